using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>
/// Takes in the first message of a line whose replay was asked for, and schedules itself for the next one: each in a transaction with its
/// effect, so that what a killed process had done stays done. One that fails stops the line.
/// </summary>
sealed class ParkedReplay<TContext>(
    MessagingBuilder<TContext> messaging,
    IServiceScopeFactory scopes,
    ParkingLot<TContext> lot,
    ILogger<ParkedReplay<TContext>> log) : ScheduledJob<TContext>
    where TContext : ServiceDbContext
{
    /// <summary>Kind of its schedules; the key is <see cref="ParkingLine.Key"/>.</summary>
    public const string Name = "parked-replay";

    public override string Kind => Name;

    public override async Task RunAsync(TContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var line = ParkingLine.OfKey(key);
        await line.LockAsync(db, ct);
        if (await FirstAsync(db, line, ct) is not { } message)
            return;
        // The handler's work is the endpoint's, whenever it is done.
        await Sql.SetSessionAsync(db, SessionContext.OfProgram($"consumer:{line.Endpoint}"), ct);
        await using (var scope = scopes.CreateAsyncScope())
            await Consumer(message).TakeParkedAsync(scope.ServiceProvider, message.Body, db, ct);
        message.Conclude(now.Stored());
        db.Schedule(Kind, key, now);
        await db.SaveChangesAsync(ct);
        log.Replayed(line.Endpoint, message.EventId);
    }

    internal override async Task<bool> GivesUpAsync(TContext db, string key, Exception failure, DateTimeOffset now, CancellationToken ct)
    {
        if (ErrorMapping.IsPassing(failure))
            return false;
        var line = ParkingLine.OfKey(key);
        await line.LockAsync(db, ct);
        var waiting = await line.Open(db).Where(row => row.State == ParkedState.Replaying).ToListAsync(ct);
        if (waiting is not [var first, .. var behind])
            return true;
        first.Fail(failure.GetType().Name);
        behind.ForEach(row => row.State = ParkedState.Parked);
        await lot.AlarmAsync(db, first, now.Stored(), ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    static async Task<ParkedMessage?> FirstAsync(TContext db, ParkingLine line, CancellationToken ct) =>
        await line.Open(db).FirstOrDefaultAsync(ct) is { State: ParkedState.Replaying } first ? first : null;

    MessagingBuilder<TContext>.Subscription Consumer(ParkedMessage message) => messaging.Subscriptions.FirstOrDefault(subscription =>
        subscription.Endpoint == message.Endpoint && MessageUrn.ForType(subscription.Event).ToString() == message.Type)
        ?? throw new NotSupportedException($"{message.Endpoint} does not take {message.Type}.");
}
