using Npgsql;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>
/// Aggregates that are claimed as a dispatcher claims them, so that no real one sends their events. Disposed, it lets go of them and takes their events out of the
/// outbox, whatever became of the test.
/// </summary>
sealed class ClaimedAggregates : IAsyncDisposable
{
    readonly NpgsqlDataSource database;
    readonly Guid[] aggregates;
    readonly NpgsqlConnection connection;
    readonly NpgsqlTransaction claim;

    ClaimedAggregates(NpgsqlDataSource database, Guid[] aggregates, NpgsqlConnection connection, NpgsqlTransaction claim) =>
        (this.database, this.aggregates, this.connection, this.claim) = (database, aggregates, connection, claim);

    /// <summary>Claims new aggregates, before they have any event.</summary>
    public static async Task<ClaimedAggregates> TakeAsync(string administrator, int count, CancellationToken ct)
    {
        var database = NpgsqlDataSource.Create(administrator);
        var aggregates = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
        var connection = await database.OpenConnectionAsync(ct);
        var claim = await connection.BeginTransactionAsync(ct);
        await using var take = new NpgsqlCommand(
            $"select pg_advisory_xact_lock(hashtextextended(id::text, {AdvisoryLocks.OutboxAggregate})) from unnest($1) id", connection);
        take.Parameters.Add(new() { Value = aggregates });
        await take.ExecuteNonQueryAsync(ct);
        return new(database, aggregates, connection, claim);
    }

    /// <summary>The first event of each.</summary>
    public ReferralSent[] FirstEvents() => [.. aggregates.Select(aggregate => ProbeEvents.Sent(aggregate, 1))];

    /// <summary>Makes their events of another type.</summary>
    public async Task RenameEventsAsync(string type, CancellationToken ct)
    {
        await using var rename = database.CreateCommand("update outbox_messages set type = $2 where aggregate_id = any($1)");
        rename.Parameters.Add(new() { Value = aggregates });
        rename.Parameters.Add(new() { Value = type });
        await rename.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many of their events wait to be sent.</summary>
    public async Task<long> UnsentAsync(CancellationToken ct)
    {
        await using var count = database.CreateCommand("select count(*) from outbox_messages where sent_at is null and aggregate_id = any($1)");
        count.Parameters.Add(new() { Value = aggregates });
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Lets dispatchers have them.</summary>
    public Task ReleaseAsync(CancellationToken ct) => claim.RollbackAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Their events go before the claim does, so that no dispatcher sends what a test has to do without.
        await using (var clean = database.CreateCommand("delete from outbox_messages where aggregate_id = any($1)"))
        {
            clean.Parameters.Add(new() { Value = aggregates });
            await clean.ExecuteNonQueryAsync();
        }

        await claim.DisposeAsync();
        await connection.DisposeAsync();
        await database.DisposeAsync();
    }
}
