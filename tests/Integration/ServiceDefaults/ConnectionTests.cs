using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>What a service takes of its database server: connections, and processors.</summary>
public sealed class ConnectionTests(Servers servers) : IClassFixture<Servers>
{
    const int Crowd = 25;
    const int Warm = 10;
    const string Processors = "select current_setting('max_parallel_workers_per_gather') || ' ' || current_setting('jit')";

    static readonly TimeSpan LongQuiet = TimeSpan.FromSeconds(5);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatACrowdNeeded_IsClosedInQuietTimes_ButForTheConnectionsThatStayWarm()
    {
        // What takes five minutes by default.
        var soon = new NpgsqlConnectionStringBuilder(servers.Administrator) { ConnectionIdleLifetime = 1, ConnectionPruningInterval = 1 }.ConnectionString;
        await using var host = await ProbeHost.StartAsync(servers.Settings(("ConnectionStrings:probe-db", soon)));
        using var everybodyIsIn = new CountdownEvent(Crowd);
        await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => host.UnitOfWork.RunAsAsync(
            "test",
            async (_, ct) =>
            {
                everybodyIsIn.Signal();
                await Eventually.HoldsAsync(() => Task.FromResult(everybodyIsIn.IsSet), "everybody has a connection");
            },
            Ct)));

        await Eventually.GetAsync(ConnectionsAsync, open => open < Crowd);
        await Task.Delay(LongQuiet, Ct);

        Assert.InRange(await ConnectionsAsync(), Warm, Crowd - 1);
    }

    [Fact]
    public async Task Program_TakesOneProcessorOfTheServer_AndAPersonWhatTheServerGives()
    {
        await using var host = await ProbeHost.StartAsync(servers.Settings());
        var program = await host.UnitOfWork.RunAsAsync("test", async (db, ct) => (string?)await Sql.Command(db, Processors).ExecuteScalarAsync(ct), Ct);

        await using var connection = new NpgsqlConnection(servers.ServiceLogin);
        await connection.OpenAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await Sql.SetSessionAsync(connection, new SessionContext("", "staff-01", "welfare-general", "consultation"), Ct);
        await using var command = new NpgsqlCommand(Processors, connection);

        Assert.Equal(("0 off", await Servers.QueryAsync<string>(servers.Administrator, Processors)), (program, (string?)await command.ExecuteScalarAsync(Ct)));
    }

    Task<long> ConnectionsAsync() => Servers.QueryAsync<long>(
        servers.Administrator, "select count(*) from pg_stat_activity where usename = 'probe_service' and datname = current_database()");
}
