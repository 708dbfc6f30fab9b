using Npgsql;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>What a service keeps, looked at past the service.</summary>
/// <param name="database">Administrator's connection string of its database.</param>
public sealed class ServiceState(string database)
{
    // What its owner confirms of the directory by itself, twice a minute, is no call's doing; that all of it was published anew is.
    const string Head = "directory";
    const string Told = "(to_jsonb(t) - 'sequence' - 'confirmed_at')::text";

    // A service that imports reads released files anew by itself, and looks at what they mean.
    const string Unsettled =
        """
        select (select count(*) from schedules where kind in ('parked-replay', 'linking', 'life-events')) + (select count(*) from outbox_messages where sent_at is null)
          + case when to_regclass('imports') is null then 0 else (xpath('/row/n/text()',
              query_to_xml($$select count(*) as n from imports where state = 'Running'$$, false, true, '')))[1]::text::bigint end
        """;

    // What a call leaves even when it changes nothing, and what a service knows of the directory from its owner, in the owner's time.
    const string Tables =
        """
        select tablename from pg_tables where schemaname = 'public'
        and tablename !~ '^(audit_|inbox_messages|inbox_positions|idempotent_requests|outbox_messages|directory_|__EF)' order by tablename
        """;

    /// <summary>One line for all its records and the events it has told.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var source = NpgsqlDataSource.Create(database);
        var parts = new List<string>();
        foreach (var table in await NamesAsync(source))
            parts.Add($"{table}={await HashAsync(source, table, table == Head ? Told : "t::text")}");
        parts.Add($"events={await HashAsync(source, "outbox_messages", "event_id::text", "where type !~ 'DirectoryConfirmed'")}");
        return string.Join(' ', parts);
    }

    /// <summary>Waits until what goes on in the background has come to rest.</summary>
    public async Task<string> SettledAsync()
    {
        await Eventually.GetAsync(
            () => Servers.QueryAsync<long>(database, Unsettled),
            n => n == 0);
        var last = "";
        return await Eventually.GetAsync(
            async () =>
            {
                var (before, now) = (last, last = await FingerprintAsync());
                return before == now ? now : "";
            },
            same => same.Length > 0);
    }

    /// <summary>Holds every change of its records until disposed; reads, and the notes that a call makes first, go on.</summary>
    public async Task<NpgsqlConnection> FreezeAsync()
    {
        await using var source = NpgsqlDataSource.Create(database);
        var names = await NamesAsync(source);
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var freeze = new NpgsqlCommand($"begin; lock table {string.Join(", ", names.Select(name => $"\"{name}\""))} in share mode", connection);
        await freeze.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>How many calls wait for a lock.</summary>
    public Task<long> WaitingAsync() => Servers.QueryAsync<long>(
        database, "select count(distinct pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and usename like '%_service'");

    public Task<long> CountAsync(string sql) => Servers.QueryAsync<long>(database, sql);

    static async Task<List<string>> NamesAsync(NpgsqlDataSource source)
    {
        var names = new List<string>();
        await using var command = source.CreateCommand(Tables);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }

    static async Task<string> HashAsync(NpgsqlDataSource source, string table, string row, string where = "")
    {
        await using var command = source.CreateCommand(
            $"select count(*) || ':' || coalesce(sum(hashtextextended(row, 0)), 0) from (select {row} as row from \"{table}\" t {where}) rows");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
