using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagu.Tests.EndToEnd.AppHost;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Hosting;

/// <summary>The whole suite, brought up once by the app host as a newcomer does, with fresh data and free ports.</summary>
public sealed partial class SuiteFixture : IAsyncLifetime
{
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan DemoPatience = TimeSpan.FromMinutes(12);

    readonly IReadOnlyDictionary<string, string> ports;
    readonly ConsoleProcess host;

    public SuiteFixture()
    {
        ports = AppHostPorts.Free();
        host = ConsoleProcess.AppHost(["--ephemeral"], ports);
    }

    public Uri Gateway { get; private set; } = null!;

    /// <summary>The gateway's door for gRPC.</summary>
    public Uri GatewayGrpc => new($"http://127.0.0.1:{ports["Gateway__GrpcPort"]}");

    /// <summary>Address of the suite's broker, as its services know it.</summary>
    public string Broker => ProcessTree.VariableBelow(host.Id, "ConnectionStrings__messaging");

    /// <summary>What programs of the suite show its issuer.</summary>
    public string ClientSecret => ProcessTree.VariableBelow(host.Id, "Identity__ClientSecret");

    /// <summary>The administrator in a service's database, as the service knows it.</summary>
    public string Database(string service) => ProcessTree.VariableBelow(host.Id, $"ConnectionStrings__{service}-db");

    public HttpClient Http { get; private set; } = null!;

    public HttpClient Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var ready = await host.WaitForLineAsync(ReadyLine(), StartPatience);
        Gateway = new Uri(ready.Groups["gateway"].Value);
        Http = new HttpClient { BaseAddress = Gateway, Timeout = TimeSpan.FromMinutes(1) };
        Dashboard = new HttpClient { BaseAddress = new Uri(ready.Groups["dashboard"].Value) };
    }

    /// <summary>Signs a sample staff member in.</summary>
    public async Task<StaffClient> SignInAsync(string staffId, CancellationToken ct)
    {
        using var answer = await Http.PostAsJsonAsync("/dev/token", new { staffId }, ct);
        return new StaffClient(Http, (await Problem.Success(answer))["accessToken"]!.ToString());
    }

    /// <summary>Runs <c>-- demo</c> against this suite to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunDemoAsync(string[] args, CancellationToken ct)
    {
        await using var demo = ConsoleProcess.AppHost(
            ["demo", "--gateway", Gateway.ToString(), "--dashboard", Dashboard.BaseAddress!.ToString(), .. args], System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty);
        var exitCode = await demo.WaitForExitAsync(DemoPatience, ct);
        return (exitCode, demo.Output);
    }

    /// <summary>The process of a server or a service; null while there is none.</summary>
    public async Task<int?> ProcessAsync(string resource, CancellationToken ct) =>
        JsonNode.Parse(await Dashboard.GetStringAsync("/api/resources", ct))!.AsArray()
            .Where(one => one!["name"]!.ToString() == resource)
            .Select(one => (int?)one!["processId"])
            .Single();

    /// <summary>Ends a server or a service without a word (<c>-9</c>), and returns once the app host has noticed; it brings it back.</summary>
    public async Task KillAsync(string resource, CancellationToken ct)
    {
        var id = await ProcessAsync(resource, ct) ?? throw new InvalidOperationException($"{resource} does not run.");
        using var process = Process.GetProcessById(id);
        process.Kill();
        await Eventually.HoldsAsync(async () => await ProcessAsync(resource, ct) != id, $"the end of {resource} is noticed");
    }

    /// <summary>Waits until everything runs and is healthy, as after a restart.</summary>
    public async Task WaitUntilHealthyAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StartPatience);
        while (!await IsHealthyAsync(patience.Token))
            await Task.Delay(200, patience.Token);
    }

    async Task<bool> IsHealthyAsync(CancellationToken ct) =>
        JsonNode.Parse(await Dashboard.GetStringAsync("/api/resources", ct))!.AsArray()
            .All(resource => resource!["state"]!.ToString() == "Running" && resource["health"]?.ToString() is null or "Healthy");

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        Dashboard?.Dispose();
        await host.InterruptAsync(StopPatience);
        await host.DisposeAsync();
    }

    [GeneratedRegex(@"^ready: gateway (?<gateway>\S+) dashboard (?<dashboard>\S+)$")]
    private static partial Regex ReadyLine();
}

/// <summary>Tests that share the running suite; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RunningSuite : ICollectionFixture<SuiteFixture>
{
    public const string Name = "running suite";
}
