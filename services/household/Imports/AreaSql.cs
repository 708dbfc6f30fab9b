namespace Tsunagu.Households.Imports;

/// <summary>Statements of the merge of a list of towns.</summary>
static class AreaSql
{
    static readonly ListSql List = new(
        "areas", "area_versions", "area_id", "staged_areas", ["town_code", "town", "school_district", "care_area", "district"], "null::date");

    // Of two rows of one town the first stands.
    const string SetRepeatedAside =
        """
        update staged_areas set occurrence = null, reject_reason = 'KEY_REPEATED', reject_column = @town_column
        where import_id = @import and occurrence > 1
        """;

    public static MergeStatements Statements { get; } = new()
    {
        Prepare = [List.Number, SetRepeatedAside],
        Count = List.Count,
        LateCount = List.LateCount,
        Apply = List.Apply,
        LateApply = List.LateApply,
        KeepRejects = List.KeepRejects,
    };
}
