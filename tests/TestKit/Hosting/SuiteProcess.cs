using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>
/// The whole suite, brought up by the app host on data that outlives it: everything may be killed, the host included, and what
/// was acknowledged must still be there. The data is as durable as a city's, which that of <c>--ephemeral</c> is not.
/// </summary>
public sealed partial class SuiteProcess : IAsyncDisposable
{
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    // Not a private temporary folder: the users of the servers pass through it.
    readonly DirectoryInfo _data = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"suite-{Guid.NewGuid():N}"));
    readonly Dictionary<string, string> _environment = new(AppHostPorts.Free());
    ConsoleProcess _host;

    SuiteProcess(int replicas)
    {
        _environment["Replicas"] = replicas.ToString(CultureInfo.InvariantCulture);
        Dashboard = new HttpClient { BaseAddress = new Uri(_environment["ASPNETCORE_URLS"]) };
        _host = Host();
    }

    /// <summary>Where REST is answered; the same after a restart.</summary>
    public Uri Gateway => new($"http://localhost:{_environment["Gateway__HttpPort"]}");

    /// <summary>The gateway's door for gRPC.</summary>
    public Uri GatewayGrpc => new($"http://localhost:{_environment["Gateway__GrpcPort"]}");

    /// <summary>The dashboard's own API.</summary>
    public HttpClient Dashboard { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="replicas">Processes of each service.</param>
    public static async Task<SuiteProcess> StartAsync(int replicas = 1)
    {
        var suite = new SuiteProcess(replicas);
        try
        {
            await suite.WaitUntilReadyAsync();
            return suite;
        }
        catch
        {
            await suite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the app host (<c>-9</c>), and with it everything; then starts it again on the same data.</summary>
    public async Task RestartKilledAsync()
    {
        await _host.DisposeAsync();
        _host = Host();
        await WaitUntilReadyAsync();
    }

    /// <summary>What the dashboard knows of servers, databases and processes.</summary>
    public async Task<IReadOnlyList<JsonNode>> ResourcesAsync(CancellationToken ct) =>
        [.. JsonNode.Parse(await Dashboard.GetStringAsync("/api/resources", ct))!.AsArray().Select(resource => resource!)];

    /// <summary>Waits until everything runs and is healthy.</summary>
    public async Task WaitUntilHealthyAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StartPatience);
        while (!(await ResourcesAsync(patience.Token)).All(IsHealthy))
            await Task.Delay(200, patience.Token);
    }

    /// <summary>The server's administrator in the database of a service.</summary>
    public async Task<string> DatabaseAsync(string service, CancellationToken ct)
    {
        var server = (await ResourcesAsync(ct)).Single(resource => resource["name"]!.ToString() == "postgres");
        var address = new Uri(server["endpoints"]![0]!["url"]!.ToString());
        var secrets = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_data.FullName, "secrets.json"), ct))!;
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Username = "postgres",
            Password = secrets["postgres-password"]!.ToString(),
            Database = $"{service}-db",
            // A killed server leaves broken connections behind in a pool.
            Pooling = false,
        }.ConnectionString;
    }

    /// <summary>Stops it and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        Dashboard.Dispose();
        await _host.InterruptAsync(StopPatience);
        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    async Task WaitUntilReadyAsync()
    {
        try
        {
            await _host.WaitForLineAsync(ReadyLine(), StartPatience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{await StatesAsync()}\n{late.Message}", late);
        }
    }

    /// <summary>How everything stands, and what the probes say of it.</summary>
    async Task<string> StatesAsync()
    {
        try
        {
            using var probes = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            return string.Join('\n', await Task.WhenAll((await ResourcesAsync(CancellationToken.None)).Select(async resource =>
                $"{resource["name"]} {resource["state"]} {resource["health"]} {await ProbedAsync(probes, resource)}")));
        }
        catch (HttpRequestException)
        {
            return "The dashboard does not answer.";
        }
    }

    static async Task<string> ProbedAsync(HttpClient probes, JsonNode resource)
    {
        if (resource["endpoints"]!.AsArray().FirstOrDefault(endpoint => endpoint!["name"]!.ToString() == "probes") is not { } endpoint)
            return "";
        try
        {
            using var answer = await probes.GetAsync(new Uri(new Uri(endpoint["url"]!.ToString()), "/health"));
            return await answer.Content.ReadAsStringAsync();
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return silent.GetType().Name;
        }
    }

    static bool IsHealthy(JsonNode resource) =>
        resource["state"]!.ToString() == "Running" && resource["health"]?.ToString() is null or "Healthy";

    ConsoleProcess Host() => ConsoleProcess.AppHost(["--data-directory", _data.FullName], _environment);

    [GeneratedRegex("^ready: gateway ")]
    private static partial Regex ReadyLine();
}
