using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a list of protective measures; a row that is set aside keeps what could be read of it.</summary>
sealed class MeasureStaging(FeedLayout layout, FileScan scan)
    : RowStaging<MeasureRow>("staged_measures", Columns, new MeasureMapper(layout, scan.Columns, scan.Forbidden.Found))
{
    static readonly string[] Columns = ["record_key", "number", "companions", "opponents", "category", "start_date", "end_date", "hash"];

    /// <inheritdoc />
    protected override async Task WriteAsync(NpgsqlBinaryImporter copy, MeasureRow row, CancellationToken ct)
    {
        await TextAsync(copy, row.RecordKey, ct);
        await TextAsync(copy, row.Number, ct);
        await TextsAsync(copy, row.Companions, ct);
        await TextsAsync(copy, row.Opponents, ct);
        await TextAsync(copy, row.Category, ct);
        await DateAsync(copy, row.Start, ct);
        await DateAsync(copy, row.End, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
    }
}
