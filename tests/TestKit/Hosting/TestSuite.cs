using Tsunagu.Tests.TestKit.Identity;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>Services of the suite around one issuer, each with a fresh database; they are stopped last started first.</summary>
public sealed class TestSuite : IAsyncDisposable
{
    /// <summary>Password of the services' logins, which are the server's and not the database's: the same for every test on it.</summary>
    public const string ServicePassword = "test-service-password";

    static readonly string[] Names = ["household", "intake", "referral", "meeting", "notification"];

    // Where nobody answers.
    const string Nobody = "http://127.0.0.1:1";

    readonly Stack<ServiceHost> _hosts = new();
    readonly Dictionary<string, string> _addresses = Names.ToDictionary(name => $"services:{name}:grpc:0", _ => Nobody);

    readonly bool _seeded;

    TestSuite(string broker, TestIssuer issuer, bool seeded) => (Broker, Issuer, _seeded) = (broker, issuer, seeded);

    /// <summary>Signs the tokens that the services accept.</summary>
    public TestIssuer Issuer { get; }

    /// <summary>Address of the broker.</summary>
    public string Broker { get; }

    /// <summary>The issuer alone; services are started one by one, each after those it calls.</summary>
    /// <param name="seeded">True: everybody with a token of the issuer is in the directory. False: the directory's owner says who is.</param>
    public static async Task<TestSuite> StartAsync(bool seeded = true) => new(await TestServers.BrokerAsync(), await TestIssuer.StartAsync(), seeded);

    /// <summary>Administrator's connection string for a database of a service's own: empty, and migrated already.</summary>
    /// <param name="name">Name of the service, such as <c>intake</c>.</param>
    public static Task<string> NewDatabaseAsync(string name) => TestServers.CopyDatabaseAsync(name, async database =>
    {
        // Whom it trusts and calls is asked for before a service starts, and matters to none that only migrates.
        var configuration = Names.ToDictionary(other => $"services:{other}:grpc:0", _ => Nobody);
        configuration[$"ConnectionStrings:{name}-db"] = database;
        configuration["ConnectionStrings:messaging"] = await TestServers.BrokerAsync();
        configuration["Database:ServicePassword"] = ServicePassword;
        configuration["Identity:Authority"] = Nobody;
        await ServiceHost.MigrateAsync(name, configuration);
    });

    /// <summary>Starts a service; it finds those started before it, and those started later are away.</summary>
    /// <param name="name">Name of the service, such as <c>intake</c>.</param>
    /// <param name="settings">Configuration beyond the usual.</param>
    public async Task<ServiceHost> StartAsync(string name, params (string Key, string Value)[] settings)
    {
        var configuration = new Dictionary<string, string>(_addresses)
        {
            ["ConnectionStrings:messaging"] = Broker,
            ["Database:ServicePassword"] = ServicePassword,
            ["Identity:Authority"] = Issuer.Authority,
            ["Identity:ClientId"] = name,
            ["Identity:ClientSecret"] = "test",
            // Seeded once and confirmed by nobody.
            ["Directory:StalenessLimit"] = "1.00:00:00",
        };
        foreach (var (key, value) in settings) configuration[key] = value;
        if (!configuration.ContainsKey($"ConnectionStrings:{name}-db")) configuration[$"ConnectionStrings:{name}-db"] = await NewDatabaseAsync(name);
        var host = await ServiceHost.StartAsync(name, configuration);
        _hosts.Push(host);
        if (_seeded) await TestDirectory.Of(Issuer.Authority).AttachAsync(host.Services);
        _addresses[$"services:{name}:grpc:0"] = host.GrpcAddress.ToString();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        while (_hosts.TryPop(out var host)) await host.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
