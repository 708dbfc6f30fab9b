using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Claims whole aggregates for one dispatcher: an advisory lock per aggregate, held by the transaction. A dispatcher that
/// dies loses its connection and with it the claim.
/// </summary>
static class OutboxClaim
{
    // Oldest first. The lock is tried on the aggregates alone, after they were chosen; who fails to get it leaves the
    // aggregate to the dispatcher that has it.
    const string ClaimAggregates =
        $"""
        with waiting as materialized (
            select aggregate_id, min(position) as first
            from (select aggregate_id, position from outbox_messages where sent_at is null order by position limit 2000) head
            group by aggregate_id order by first limit $1)
        select aggregate_id from waiting
        where pg_try_advisory_xact_lock(hashtextextended(aggregate_id::text, {AdvisoryLocks.OutboxAggregate}))
        """;

    // A new statement has a new snapshot: what the previous holder of the lock marked as sent is seen here.
    const string ReadMessages =
        """
        select event_id, aggregate_id, sequence, type, body::text, trace_parent, trace_state, occurred_at
        from outbox_messages where sent_at is null and aggregate_id = any($1)
        order by aggregate_id, sequence limit $2
        """;

    const string MarkSent = "update outbox_messages set sent_at = now() where event_id = any($1)";

    public static async Task<List<OutboxRow>> TakeAsync(NpgsqlConnection connection, int aggregates, int messages, CancellationToken ct)
    {
        var claimed = new List<Guid>();
        await using (var claim = new NpgsqlCommand(ClaimAggregates, connection) { Parameters = { new() { Value = aggregates } } })
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
