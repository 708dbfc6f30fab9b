using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Writes the rows of one file into an unlogged table by binary COPY. The table is keyed by import; what a crash leaves behind is
/// swept later.
/// </summary>
abstract class Staging(string table, string columns) : IDisposable
{
    /// <summary>Begins the COPY; the columns of every table start with import, line and why the row is set aside.</summary>
    public Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken ct) =>
        connection.BeginBinaryImportAsync($"COPY {table} (import_id, line, reject_column, reject_reason, {columns}) FROM STDIN (FORMAT BINARY)", ct);

    /// <summary>Writes a row, mapped, or as set aside.</summary>
    /// <returns>True when it was set aside.</returns>
    public abstract Task<bool> WriteAsync(NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct);

    public abstract void Dispose();

    protected static async Task StartAsync(NpgsqlBinaryImporter copy, Guid import, int line, Reject? reject, CancellationToken ct)
    {
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(import, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(line, NpgsqlDbType.Integer, ct);
        await TextAsync(copy, reject?.Column, ct);
        await TextAsync(copy, reject?.Reason, ct);
    }

    protected static Task TextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken ct) =>
        text is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(text, NpgsqlDbType.Text, ct);

    protected static Task DateAsync(NpgsqlBinaryImporter copy, DateOnly? date, CancellationToken ct) =>
        date is { } day ? copy.WriteAsync(day, NpgsqlDbType.Date, ct) : copy.WriteNullAsync(ct);

    protected static async Task NullsAsync(NpgsqlBinaryImporter copy, int count, CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
            await copy.WriteNullAsync(ct);
    }
}
