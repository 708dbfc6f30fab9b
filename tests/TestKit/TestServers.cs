using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Tsunagu.Tests.TestKit;

/// <summary>
/// PostgreSQL and RabbitMQ for the tests of this process, started by the app host's own code when the first test asks: fresh, thrown away
/// with the process. <c>ConnectionStrings__postgres</c> and <c>ConnectionStrings__messaging</c> point at servers that run already.
/// </summary>
public static class TestServers
{
    static readonly Lazy<Task<(string Postgres, string Broker)>> Started = new(StartAsync);
    static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();

    /// <summary>Administrator's connection string, without a database.</summary>
    public static async Task<string> PostgresAsync() => (await Started.Value).Postgres;

    /// <summary>Address of the broker; its virtual host belongs to this process alone unless the broker was given from outside.</summary>
    public static async Task<string> BrokerAsync() => (await Started.Value).Broker;

    /// <summary>Administrator's connection string for a database that does not exist yet.</summary>
    /// <param name="name">Begins the name of the database.</param>
    public static async Task<string> NameDatabaseAsync(string name) =>
        new NpgsqlConnectionStringBuilder(await PostgresAsync()) { Database = $"{name}-{Guid.NewGuid():N}" }.ConnectionString;

    /// <summary>Administrator's connection string for a fresh database, copied from a template that is filled once in this process.</summary>
    /// <param name="template">Names the template.</param>
    /// <param name="fill">Fills it, given the connection string; it must leave no connection open outside Npgsql's pool.</param>
    public static async Task<string> CopyDatabaseAsync(string template, Func<string, Task> fill)
    {
        var source = await Templates.GetOrAdd(template, _ => new(() => FillAsync(template, fill))).Value;
        var copy = await NameDatabaseAsync(template);
        await ExecuteAsync($"CREATE DATABASE \"{DatabaseOf(copy)}\" TEMPLATE \"{DatabaseOf(source)}\"");
        return copy;
    }

    static async Task<string> FillAsync(string template, Func<string, Task> fill)
    {
        var source = await NameDatabaseAsync($"{template}-template");
        await ExecuteAsync($"CREATE DATABASE \"{DatabaseOf(source)}\"");
        await fill(source);
        // A template may have no session.
        NpgsqlConnection.ClearAllPools();
        return source;
    }

    static async Task<(string Postgres, string Broker)> StartAsync()
    {
        // Not disposed: the servers end, and their data is removed, when the pipe from this process breaks.
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = ["--ephemeral"], DisableDashboard = true });
        var postgres = builder.AddPostgres("postgres");
        var messaging = builder.AddRabbitMQ("messaging");
        var app = builder.Build();
        await app.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await Task.WhenAll(
            app.ResourceNotifications.WaitForResourceHealthyAsync(postgres.Resource.Name, patience.Token),
            app.ResourceNotifications.WaitForResourceHealthyAsync(messaging.Resource.Name, patience.Token));
        return (await ConnectionAsync(postgres.Resource), await ConnectionAsync(messaging.Resource));
    }

    static async Task<string> ConnectionAsync(IResourceWithConnectionString resource) => (await resource.GetConnectionStringAsync())!;

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        _ = await command.ExecuteNonQueryAsync();
    }

    static string DatabaseOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;
}
