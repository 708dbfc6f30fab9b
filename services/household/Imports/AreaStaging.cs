using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a list of towns.</summary>
sealed class AreaStaging(FeedLayout layout, FileScan scan)
    : RowStaging<AreaRow>("staged_areas", Columns, new AreaMapper(layout, scan.Columns, scan.Forbidden.Found))
{
    static readonly string[] Columns = ["record_key", "town_code", "town", "school_district", "care_area", "district", "hash"];

    /// <inheritdoc />
    protected override async Task WriteAsync(NpgsqlBinaryImporter copy, AreaRow row, CancellationToken ct)
    {
        foreach (var text in new[] { row.TownCode, row.TownCode, row.Town, row.SchoolDistrict, row.CareArea, row.District })
            await TextAsync(copy, text, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
    }
}
