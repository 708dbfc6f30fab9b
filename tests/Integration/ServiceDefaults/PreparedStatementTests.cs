using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>A replica goes on while another migrates: what it has prepared on the server is older than the tables.</summary>
public sealed class PreparedStatementTests(Servers servers) : IClassFixture<Servers>
{
    const string Statement = "select * from widened";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TableThatAMigrationWidens_IsReadOnByWhoeverPreparedTheStatement()
    {
        await using var host = await ProbeHost.StartAsync(servers.Settings());
        await MigrateAsync("create table widened (id int); grant select on widened to probe_service");
        var (columns, prepared) = (0, false);
        for (var time = 0; time < 100 && !prepared; time++)
            (columns, prepared) = await ReadAsync(host);
        Assert.Equal((1, true), (columns, prepared));

        await MigrateAsync("alter table widened add column name text");

        for (var time = 0; time < 20; time++)
            Assert.Equal(2, (await ReadAsync(host)).Columns);
    }

    /// <summary>How many columns there are, and whether the statement was prepared before.</summary>
    static Task<(int Columns, bool Prepared)> ReadAsync(ProbeHost host) => host.UnitOfWork.RunAsAsync(
        "test",
        async (db, ct) =>
        {
            await using var count = Sql.Command(db, "select count(*) from pg_prepared_statements where statement = $1", Statement);
            var prepared = (long)(await count.ExecuteScalarAsync(ct))! > 0;
            await using var command = Sql.Command(db, Statement);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return (reader.FieldCount, prepared);
        },
        Ct);

    Task<object?> MigrateAsync(string statements) => Servers.QueryAsync<object>(servers.Administrator, statements);
}
