using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a list of towns.</summary>
sealed class AreaStaging(FeedLayout layout, FileScan scan) : Staging("staged_areas", Columns)
{
    const string Columns = "id, record_key, town_code, town, school_district, care_area, district, hash";
    const int ColumnCount = 8;

    readonly AreaMapper mapper = new(layout, scan.Columns, scan.Forbidden.Found);

    public override async Task<bool> WriteAsync(
        NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct)
    {
        AreaRow? row = null;
        if (reject is null)
            (row, reject) = mapper.Map(record);
        await StartAsync(copy, import, record.Line, reject, ct);
        if (row is null)
        {
            await NullsAsync(copy, ColumnCount, ct);
            return true;
        }
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
        foreach (var text in new[] { row.TownCode, row.TownCode, row.Town, row.SchoolDistrict, row.CareArea, row.District })
            await TextAsync(copy, text, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
        return false;
    }

    public override void Dispose() => mapper.Dispose();
}
