using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a list of protective measures; a row that is set aside keeps what could be read of it.</summary>
sealed class MeasureStaging(FeedLayout layout, FileScan scan) : Staging("staged_measures", Columns)
{
    const string Columns = "id, record_key, number, companions, opponents, category, start_date, end_date, hash";
    const int ColumnCount = 9;

    readonly MeasureMapper mapper = new(layout, scan.Columns, scan.Forbidden.Found);

    public override async Task<bool> WriteAsync(
        NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct)
    {
        MeasureRow? row = null;
        if (reject is null)
            (row, reject) = mapper.Map(record);
        await StartAsync(copy, import, record.Line, reject, ct);
        if (row is null)
        {
            await NullsAsync(copy, ColumnCount, ct);
            return true;
        }
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
        await TextAsync(copy, row.RecordKey, ct);
        await TextAsync(copy, row.Number, ct);
        await copy.WriteAsync(row.Companions, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        await copy.WriteAsync(row.Opponents, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        await TextAsync(copy, row.Category, ct);
        await DateAsync(copy, row.Start, ct);
        await DateAsync(copy, row.End, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
        return reject is not null;
    }

    public override void Dispose() => mapper.Dispose();
}
