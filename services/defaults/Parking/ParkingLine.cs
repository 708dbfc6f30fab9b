using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>
/// What an endpoint has parked of one record. While anything of it is open, nothing later of that record is taken in there.
/// Whoever adds to a line or takes from it holds its lock, so that a message that arrives while the line empties neither overtakes
/// nor stays behind.
/// </summary>
/// <param name="Endpoint">Endpoint.</param>
/// <param name="Id">Record, or the message itself when none could be read.</param>
readonly record struct ParkingLine(string Endpoint, Guid Id)
{
    /// <summary>The line as the key of a schedule.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Id:N}@{Endpoint}");

    public static ParkingLine Of(ParkedMessage message) => new(message.Endpoint, message.Line);

    public static ParkingLine OfKey(string key) => new(key[33..], Guid.ParseExact(key[..32], "N"));

    /// <summary>Takes turns on the line until the transaction ends.</summary>
    public async Task LockAsync(ServiceDbContext db, CancellationToken ct)
    {
        await using var command = Sql.Command(db, $"select pg_advisory_xact_lock(hashtextextended($1, {AdvisoryLocks.ParkingLine}))", Key);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What is open, in order.</summary>
    public IQueryable<ParkedMessage> Open(ServiceDbContext db)
    {
        var (endpoint, line) = (Endpoint, Id);
        return db.Set<ParkedMessage>()
            .Where(row => row.Endpoint == endpoint && row.Line == line && (row.State == ParkedState.Parked || row.State == ParkedState.Replaying))
            .OrderBy(row => row.Sequence).ThenBy(row => row.Position);
    }
}
