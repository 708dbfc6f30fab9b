using Npgsql;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A database and a broker for each test class.</summary>
public sealed class Servers : IAsyncLifetime
{
    public const string Password = "probe-password";

    public string Administrator { get; private set; } = "";

    public string Broker { get; private set; } = "";

    public string ServiceLogin => new NpgsqlConnectionStringBuilder(Administrator) { Username = "probe_service", Password = Password }.ConnectionString;

    /// <summary>A name that no other test uses.</summary>
    public static string UniqueEndpoint() => $"probe{Guid.NewGuid():N}-referral";

    public Dictionary<string, string?> Settings(params (string Key, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:probe-db"] = Administrator,
            ["Database:ServicePassword"] = Password,
            ["Identity:Authority"] = "http://127.0.0.1:1/nobody",
            ["services:referral:grpc:0"] = "http://127.0.0.1:1",
            // Seeded once and confirmed by nobody.
            ["Directory:StalenessLimit"] = "1.00:00:00",
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }

    public Dictionary<string, string?> MessagingSettings() => Settings(("ConnectionStrings:messaging", Broker));

    public async ValueTask InitializeAsync()
    {
        Administrator = await TestServers.NameDatabaseAsync("probe");
        Broker = await TestServers.BrokerAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static async Task<T?> QueryAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
