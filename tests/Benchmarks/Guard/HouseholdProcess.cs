using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>
/// One more household service beside the suite's own, on the same database and broker: a process of its own, its settings those of the suite's,
/// but for its login and without telemetry.
/// </summary>
sealed class HouseholdProcess : IAsyncDisposable
{
    const string OpenLogin = "household_open";

    readonly Process process;

    HouseholdProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<HouseholdProcess> StartAsync(SuiteProcess suite, Side side)
    {
        var settings = await SettingsOfSuiteAsync(suite);
        foreach (var name in settings.Keys.Where(name => name.StartsWith("OTEL_", StringComparison.Ordinal)).ToList())
            settings.Remove(name);
        var (grpc, probes) = (FreePort(), FreePort());
        (settings["GRPC_PORT"], settings["PROBE_PORT"]) = (Text(grpc), Text(probes));
        settings["Database__Migrate"] = "false";
        settings["ConnectionStrings__household-db"] = await LoginAsync(suite, side, settings);
        settings["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(HouseholdProcess).Assembly.GetName().Name!;

        // The runtime's settings, threads and collector among them, are the service's too.
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "Tsunagu.Household.runtimeconfig.json"), typeof(HouseholdProcess).Assembly.Location, HouseholdServer.Argument, side.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var started = new HouseholdProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{grpc}"));
        await started.WaitAsync(line => line == HouseholdServer.Ready);
        await WaitUntilHealthyAsync(new Uri($"http://127.0.0.1:{probes}/health"));
        if (PassesWalls(side))
            await ExecuteAsync(suite, $"alter role {OpenLogin} bypassrls");
        return started;
    }

    /// <summary>Begins the times of the decision anew.</summary>
    public async Task ForgetAsync()
    {
        await process.StandardInput.WriteLineAsync(HouseholdServer.Forget);
        await process.StandardInput.FlushAsync();
        await WaitAsync(line => line == HouseholdServer.Forget);
    }

    /// <summary>How long decisions took since.</summary>
    public async Task<string> DecisionAsync()
    {
        await process.StandardInput.WriteLineAsync(HouseholdServer.Decision);
        await process.StandardInput.FlushAsync();
        return (await WaitAsync(line => line.StartsWith(HouseholdServer.Decision, StringComparison.Ordinal)))[HouseholdServer.Decision.Length..].Trim();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task<string> WaitAsync(Func<string, bool> isIt)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (isIt(line))
                return line;
        throw new InvalidOperationException("The household service ended.");
    }

    // As the kernel keeps them: what the app host gave to its own.
    static async Task<Dictionary<string, string>> SettingsOfSuiteAsync(SuiteProcess suite)
    {
        var resources = await suite.ResourcesAsync(CancellationToken.None);
        var own = resources.Single(resource => resource["name"]!.ToString() == "household")["processId"];
        return (await File.ReadAllTextAsync($"/proc/{own}/environ")).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    /// <summary>The service's own login, or one with the same rights that row-level security will not bind; a start with such a one is refused, so it gets that after it.</summary>
    static async Task<string> LoginAsync(SuiteProcess suite, Side side, Dictionary<string, string> settings)
    {
        var password = settings["Database__ServicePassword"];
        if (PassesWalls(side))
            await ExecuteAsync(suite, $"create role {OpenLogin} login password '{password}' in role household_service; grant connect on database \"household-db\" to {OpenLogin}");
        return new NpgsqlConnectionStringBuilder(await suite.DatabaseAsync("household", CancellationToken.None))
        {
            Username = PassesWalls(side) ? OpenLogin : "household_service",
            Password = password,
            Pooling = true,
        }.ConnectionString;
    }

    static bool PassesWalls(Side side) => side is Side.Open or Side.Unwalled;

    static async Task ExecuteAsync(SuiteProcess suite, string sql)
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync("household", CancellationToken.None));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task WaitUntilHealthyAsync(Uri health)
    {
        using var http = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await http.GetAsync(health);
            if (answer.IsSuccessStatusCode)
                return;
            if (patience.Elapsed > TimeSpan.FromMinutes(2))
                throw new TimeoutException("The household service does not become healthy.");
            await Task.Delay(100);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
