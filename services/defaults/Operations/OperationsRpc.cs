using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Parking;
using ParkedMessage = Tsunagu.ServiceDefaults.Parking.ParkedMessage;

namespace Tsunagu.ServiceDefaults.Operations;

/// <summary>Messages of this service that need somebody, for administrators; one file per RPC.</summary>
sealed partial class OperationsRpc<TContext>(UnitOfWork<TContext> unit, TimeProvider clock) : OperationsService.OperationsServiceBase
    where TContext : ServiceDbContext
{
    const int PageDefault = 50;
    const int PageMax = 200;

    /// <summary>The message, its line locked: nothing of it is replayed or parked until the transaction ends.</summary>
    /// <exception cref="Primitives.Refusal">PARKED_MESSAGE_NOT_FOUND, VERSION_STALE.</exception>
    static async Task<ParkedMessage> FindAsync(TContext db, Guid id, string expectedVersion, CancellationToken ct)
    {
        var place = await db.Set<ParkedMessage>().Where(row => row.Id == id).Select(row => new { row.Endpoint, row.Line }).SingleOrDefaultAsync(ct)
            ?? throw ParkingErrors.NotFound();
        await new ParkingLine(place.Endpoint, place.Line).LockAsync(db, ct);
        var message = await db.Set<ParkedMessage>().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw ParkingErrors.NotFound();
        Data.Version.Require(expectedVersion, message.Version);
        return message;
    }

    /// <summary>Asks for the replay of everything that is parked in a line; the caller holds its lock.</summary>
    /// <returns>How many messages.</returns>
    static async Task<int> ReplayAsync(TContext db, ParkingLine line, DateTimeOffset now, CancellationToken ct)
    {
        var parked = await line.Open(db).Where(row => row.State == Parking.ParkedState.Parked).ToListAsync(ct);
        parked.ForEach(row => row.RequestReplay());
        if (parked.Count > 0)
            db.Schedule(ParkedReplay<TContext>.Name, line.Key, now);
        return parked.Count;
    }
}
