using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>What an endpoint has taken in, and how far it has come within a record.</summary>
static class InboxSql
{
    // Nothing is taken in past what is parked of the same record.
    const string Claim =
        """
        insert into inbox_messages (consumer, event_id, received_at)
        select $1, $2, now() where not exists (
            select from parked_messages where endpoint = $1 and line = $3 and state in ('Parked', 'Replaying'))
        on conflict do nothing
        """;

    const string ClaimParked =
        "insert into inbox_messages (consumer, event_id, received_at) values ($1, $2, now()) on conflict do nothing";

    const string Has = "select exists (select from inbox_messages where consumer = $1 and event_id = $2)";

    // Gives the position before this event; an event that comes late never moves it back.
    const string Advance =
        "with before as (select sequence from inbox_positions where consumer = $1 and aggregate_id = $2) " +
        "insert into inbox_positions as p (consumer, aggregate_id, sequence) values ($1, $2, $3) " +
        "on conflict (consumer, aggregate_id) do update set sequence = greatest(p.sequence, excluded.sequence) " +
        "returning coalesce((select sequence from before), 0)";

    /// <summary>True when the event is this transaction's to take in: it was not taken in before, and nothing of its record is parked.</summary>
    public static async Task<bool> ClaimAsync(ServiceDbContext db, string endpoint, Guid eventId, Guid aggregate, CancellationToken ct)
    {
        await using var claim = Sql.Command(db, Claim, endpoint, eventId, aggregate);
        return await claim.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The same for an event that is parked itself.</summary>
    public static async Task<bool> ClaimParkedAsync(ServiceDbContext db, string endpoint, Guid eventId, CancellationToken ct)
    {
        await using var claim = Sql.Command(db, ClaimParked, endpoint, eventId);
        return await claim.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>True when the event was taken in.</summary>
    public static async Task<bool> HasAsync(ServiceDbContext db, string endpoint, Guid eventId, CancellationToken ct)
    {
        await using var has = Sql.Command(db, Has, endpoint, eventId);
        return (bool)(await has.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Moves the position on.</summary>
    /// <returns>The position before.</returns>
    public static async Task<long> AdvanceAsync(ServiceDbContext db, string endpoint, Guid aggregate, long sequence, CancellationToken ct)
    {
        await using var advance = Sql.Command(db, Advance, endpoint, aggregate, sequence);
        return (long)(await advance.ExecuteScalarAsync(ct))!;
    }
}
