using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Claims whole aggregates for one dispatcher: an advisory lock per aggregate, held by the transaction. A dispatcher that
/// dies loses its connection and with it the claim.
/// </summary>
static class OutboxClaim
{
    // Oldest first, until so many are claimed: what another dispatcher holds is passed over, so that one that hangs keeps nobody else
    // from what comes after. The lock is tried on aggregates alone, and on no more of them than are taken.
    const string ClaimAggregates =
        $"""
        with waiting as materialized (
            select aggregate_id
            from (
                select aggregate_id, position from outbox_messages
                where sent_at is null and aggregate_id <> all($2) order by position limit 2000) head
            group by aggregate_id order by min(position))
        select aggregate_id from waiting
        where pg_try_advisory_xact_lock(hashtextextended(aggregate_id::text, {AdvisoryLocks.OutboxAggregate}))
        limit $1
        """;

    // A new statement has a new snapshot: what the previous holder of the lock marked as sent is seen here.
    const string ReadMessages =
        """
        select event_id, aggregate_id, sequence, type, body::text, trace_parent, trace_state, occurred_at
        from outbox_messages where sent_at is null and aggregate_id = any($1)
        order by aggregate_id, sequence limit $2
        """;

    const string MarkSent = "update outbox_messages set sent_at = now() where event_id = any($1)";

    /// <summary>Claims the aggregates that have waited longest and reads their rows, in order.</summary>
    /// <param name="connection">In the transaction that holds the claim.</param>
    /// <param name="aggregates">At most so many.</param>
    /// <param name="messages">At most so many rows.</param>
    /// <param name="except">Aggregates that are left alone this time.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<List<OutboxRow>> TakeAsync(
        NpgsqlConnection connection, int aggregates, int messages, IEnumerable<Guid> except, CancellationToken ct)
    {
        var claimed = new List<Guid>();
        await using (var claim = new NpgsqlCommand(ClaimAggregates, connection)
        {
            Parameters = { new() { Value = aggregates }, new() { Value = except.ToArray() } },
        })
        await using (var reader = await claim.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                claimed.Add(reader.GetGuid(0));

        var rows = new List<OutboxRow>();
        if (claimed.Count == 0)
            return rows;
        await using var read = new NpgsqlCommand(ReadMessages, connection)
        {
            Parameters = { new() { Value = claimed.ToArray() }, new() { Value = messages } },
        };
        await using var messageReader = await read.ExecuteReaderAsync(ct);
        while (await messageReader.ReadAsync(ct))
            rows.Add(OutboxRow.Read(messageReader));
        return rows;
    }

    public static async Task MarkSentAsync(NpgsqlConnection connection, Guid[] events, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(MarkSent, connection) { Parameters = { new() { Value = events } } };
        await command.ExecuteNonQueryAsync(ct);
    }
}
