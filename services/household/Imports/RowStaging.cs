using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages one kind of file.</summary>
/// <param name="table">Its table.</param>
/// <param name="columns">What a row tells; before it come the import, the line, why the row is set aside and an id.</param>
/// <param name="mapper">Makes the rows.</param>
/// <typeparam name="TRow">A row.</typeparam>
abstract class RowStaging<TRow>(string table, string[] columns, IRowMapper<TRow> mapper) : Staging
    where TRow : class
{
    /// <inheritdoc />
    public sealed override Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken ct) =>
        connection.BeginBinaryImportAsync(
            $"COPY {table} (import_id, line, reject_column, reject_reason, id, {string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", ct);

    /// <inheritdoc />
    public sealed override async Task<bool> WriteAsync(
        NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct)
    {
        TRow? row;
        if (reject is null)
            (row, reject) = mapper.Map(record);
        else
            row = mapper.Salvage(record);
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(import, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(record.Line, NpgsqlDbType.Integer, ct);
        await TextAsync(copy, reject?.Column, ct);
        await TextAsync(copy, reject?.Reason, ct);
        if (row is null)
        {
            await NullsAsync(copy, columns.Length + 1, ct);
        }
        else
        {
            // A candidate: what is known keeps its own.
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
            await WriteAsync(copy, row, ct);
        }
        return reject is not null;
    }

    public sealed override void Dispose() => mapper.Dispose();

    /// <summary>Writes the columns of a row.</summary>
    protected abstract Task WriteAsync(NpgsqlBinaryImporter copy, TRow row, CancellationToken ct);
}
