using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>How many files and messages of each resident a reader may open.</summary>
static class RecordCounts
{
    const string Rows =
        """
        select resident_id, agency_id, visibility, true, count(*)::int from resident_files
        where resident_id = any($1) and added_at <= $2 and withdrawn_at is null
        group by resident_id, agency_id, visibility
        union all
        select resident_id, agency_id, visibility, false, count(*)::int from resident_messages
        where resident_id = any($1) and written_at <= $2 and withdrawn_at is null
        group by resident_id, agency_id, visibility
        """;

    /// <summary>Asks how many there are, whoever may open them.</summary>
    public static Question<RecordCount> Ask(Guid[] residents, Perspective at) => new(
        Rows,
        row => new(row.GetGuid(0), new AgencyId(row.GetString(1)), Enum.Parse<RecordVisibility>(row.GetString(2)), row.GetBoolean(3), row.GetInt32(4)),
        residents,
        at.Known);

    /// <summary>Those that an agency may open, by resident.</summary>
    public static IReadOnlyDictionary<Guid, (int Files, int Messages)> Of(IEnumerable<RecordCount> counts, Shield shield, AgencyId reader) => counts
        .Where(c => RecordDisclosure.Shows(shield.Hides(c.ResidentId), c.AgencyId == reader, c.Visibility == RecordVisibility.OwnAgency))
        .GroupBy(c => c.ResidentId)
        .ToDictionary(g => g.Key, g => (g.Where(c => c.Files).Sum(c => c.Count), g.Where(c => !c.Files).Sum(c => c.Count)));
}
