using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Writes the rows of one file into an unlogged table by binary COPY. The table is keyed by import; what a crash leaves behind is
/// swept later.
/// </summary>
abstract class Staging : IDisposable
{
    /// <summary>Begins the COPY.</summary>
    public abstract Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken ct);

    /// <summary>Writes a row, mapped, or as set aside.</summary>
    /// <returns>True when it was set aside.</returns>
    public abstract Task<bool> WriteAsync(NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct);

    public abstract void Dispose();

    protected static Task TextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken ct) =>
        text is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(text, NpgsqlDbType.Text, ct);

    protected static Task TextsAsync(NpgsqlBinaryImporter copy, string[] texts, CancellationToken ct) =>
        copy.WriteAsync(texts, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);

    protected static Task DateAsync(NpgsqlBinaryImporter copy, DateOnly? date, CancellationToken ct) =>
        date is { } day ? copy.WriteAsync(day, NpgsqlDbType.Date, ct) : copy.WriteNullAsync(ct);

    protected static async Task NullsAsync(NpgsqlBinaryImporter copy, int count, CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
            await copy.WriteNullAsync(ct);
    }
}
