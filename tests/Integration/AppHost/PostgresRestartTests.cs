using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Npgsql;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.AppHost;

/// <summary>A server of its own, which this test kills.</summary>
public sealed class PostgresRestartTests
{
    [Fact]
    public async Task ServerKilledInTheMiddleOfAStatement_StartsAgain()
    {
        Assert.SkipUnless(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ConnectionStrings__postgres")), "The server was given from outside.");
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = ["--ephemeral"], DisableDashboard = true });
        var postgres = builder.AddPostgres("postgres");
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.ResourceNotifications.WaitForResourceHealthyAsync(postgres.Resource.Name, TestContext.Current.CancellationToken);
        var server = new NpgsqlConnectionStringBuilder((await ((IResourceWithConnectionString)postgres.Resource).GetConnectionStringAsync())!) { Pooling = false, Timeout = 5 };
        var folder = await TextAsync(server, "select current_setting('data_directory')");
        Assert.SkipUnless(Directory.Exists(folder), "The server runs in a container.");

        await using var busy = new NpgsqlConnection(server.ConnectionString);
        await busy.OpenAsync(TestContext.Current.CancellationToken);
        await using var loop = new NpgsqlCommand("do $$ begin loop perform 1; end loop; end $$", busy) { CommandTimeout = 0 };
        var endless = loop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(
            async () => await TextAsync(server, $"select state from pg_stat_activity where pid = {busy.ProcessID}") == "active", "The statement runs");
        using var worker = Process.GetProcessById(busy.ProcessID);
        using var postmaster = Process.GetProcessById(
            int.Parse((await TextAsync(server, "select pg_read_file('postmaster.pid')")).Split('\n')[0], CultureInfo.InvariantCulture));
        postmaster.Kill();
        try
        {
            await Eventually.HoldsAsync(() => AnswersAsync(server), "The server answers again");
            Assert.True(worker.HasExited);
        }
        finally
        {
            worker.Kill();
        }

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => endless);
    }

    static async Task<bool> AnswersAsync(NpgsqlConnectionStringBuilder server)
    {
        try
        {
            return await TextAsync(server, "select 'yes'") == "yes";
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    static async Task<string> TextAsync(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
