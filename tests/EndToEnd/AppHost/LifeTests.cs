using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.AppHost;

/// <summary>How the app host starts, ends and keeps its resources alive. Each test has data of its own.</summary>
public sealed partial class LifeTests : IDisposable
{
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    // Not a private temporary folder: the users of the servers pass through it.
    readonly DirectoryInfo data = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"app-host-test-{Guid.NewGuid():N}"));
    readonly IReadOnlyDictionary<string, string> ports = AppHostPorts.Free();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One life in two starts: each of them takes as long as a city's.</summary>
    [Fact]
    public async Task Host_MendsItsResources_LeavesNothingWhenKilled_AndStartsAgainOnItsData()
    {
        await using (var host = await StartAsync())
        {
            await AnotherHost_IsRefusedInOneLineAsync(host);
            foreach (var name in (string[])["messaging", "postgres", "gateway"])
                await KilledResource_StartsAgainAtTheSameAddressAsync(name);
            await Signal_LeavesNoProcessAsync(host, "KILL", TimeSpan.FromSeconds(10));
        }

        await using var next = await StartAsync();
        await Signal_LeavesNoProcessAsync(next, "INT", TimeSpan.FromSeconds(2));
        Assert.Equal(0, await next.WaitForExitAsync(StopPatience, Ct));
    }

    [Theory]
    [InlineData("Gateway__HttpPort")]
    [InlineData("ASPNETCORE_URLS")]
    public async Task Start_WhenAPortIsTaken_IsRefusedInOneLine(string setting)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var environment = new Dictionary<string, string>(ports) { [setting] = setting == "ASPNETCORE_URLS" ? $"http://localhost:{port}" : $"{port}" };

        await using var host = ConsoleProcess.AppHost(Arguments, environment);

        Assert.Equal(1, await host.WaitForExitAsync(StopPatience, Ct));
        Assert.Matches($@"^Port {port} .* is taken by another program\. .*$", host.Output);
        Assert.DoesNotContain('\n', host.Output);
    }

    public void Dispose() => data.Delete(recursive: true);

    string[] Arguments => ["--data-directory", Path.Combine(data.FullName, "data")];

    async Task AnotherHost_IsRefusedInOneLineAsync(ConsoleProcess first)
    {
        await using var second = ConsoleProcess.AppHost(Arguments, AppHostPorts.Free());

        Assert.Equal(1, await second.WaitForExitAsync(StopPatience, Ct));
        Assert.Matches($@"^Another app host \(process {first.Id}\) runs on .*--ephemeral\.$", second.Output);
    }

    async Task KilledResource_StartsAgainAtTheSameAddressAsync(string name)
    {
        var before = await ResourceAsync(name);

        Signal((int)before["processId"]!, "KILL");

        var after = await HealthyAgainAsync(name);
        Assert.Equal(1, (int)after["restarts"]!);
        Assert.NotEqual((int)before["processId"]!, (int)after["processId"]!);
        Assert.Equal(before["endpoints"]!.ToJsonString(), after["endpoints"]!.ToJsonString());
    }

    /// <summary>Ends the host; nothing it had started may be left so long after it.</summary>
    static async Task Signal_LeavesNoProcessAsync(ConsoleProcess host, string signal, TimeSpan after)
    {
        var children = ProcessTree.Below(host.Id);
        Assert.NotEmpty(children);

        Signal(host.Id, signal);

        await host.WaitForExitAsync(StopPatience, Ct);
        Assert.Empty(await ProcessTree.LeftAfterAsync(after, children, Ct));
    }

    async Task<ConsoleProcess> StartAsync()
    {
        var host = ConsoleProcess.AppHost(Arguments, ports);
        await host.WaitForLineAsync(ReadyLine(), StartPatience);
        return host;
    }

    async Task<JsonNode> HealthyAgainAsync(string name)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var resource = await ResourceAsync(name);
            if (((int)resource["restarts"]! > 0 && (string?)resource["health"] == "Healthy") || waited.Elapsed > StartPatience)
                return resource;
            await Task.Delay(200, Ct);
        }
    }

    async Task<JsonNode> ResourceAsync(string name)
    {
        using var dashboard = new HttpClient { BaseAddress = new Uri(ports["ASPNETCORE_URLS"]) };
        var all = JsonNode.Parse(await dashboard.GetStringAsync("/api/resources", Ct))!.AsArray();
        return all.Single(resource => (string?)resource!["name"] == name)!;
    }

    static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [GeneratedRegex(@"^ready: gateway \S+ dashboard \S+$")]
    private static partial Regex ReadyLine();
}
