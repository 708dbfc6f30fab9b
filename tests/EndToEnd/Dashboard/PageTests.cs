using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aspire.Dashboard;
using Aspire.Dashboard.Resources;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

public sealed class PageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    const string Hostile = "\"'><script>document.title='taken'</script><img src=x onerror=alert(1)>&lt;";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/console", HttpStatusCode.OK)]
    [InlineData("/logs?level=nonsense&resource=%00", HttpStatusCode.OK)]
    [InlineData("/traces?q=%3Cb%3E&errors=maybe", HttpStatusCode.OK)]
    [InlineData("/metrics", HttpStatusCode.OK)]
    [InlineData("/traces/unknown", HttpStatusCode.NotFound)]
    [InlineData("/assets/site.js", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task EveryAnswer_CarriesThePolicyAndRefersToNoOtherHost(string path, HttpStatusCode status)
    {
        var answer = await dashboard.Http.GetAsync(path, Stop);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:18888", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task Host_OtherThanLocalhost_IsRefused(string host, HttpStatusCode expected)
    {
        foreach (var address in new[] { dashboard.Page("/api/resources"), dashboard.App.OtlpHttpUrl })
        {
            var answer = await dashboard.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = host } }, Stop);
            Assert.Equal(expected == HttpStatusCode.BadRequest, answer.StatusCode == HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task HostileText_IsShownAndNeverRead()
    {
        var trace = new TestTrace(dashboard.App);
        trace.Export(Hostile, Hostile, null, 0, 5, a => a.SetTag(Hostile, Hostile).AddEvent(new ActivityEvent(Hostile)).SetStatus(ActivityStatusCode.Error, Hostile));
        dashboard.Board.Publish(new ResourceSnapshot { Name = Hostile, Type = Hostile, State = ResourceState.Running, Source = Hostile, Endpoints = [new(Hostile, "javascript:alert(1)")] });
        dashboard.Board.Append(Hostile, new ConsoleLine(DateTimeOffset.UtcNow, Hostile));
        var span = (await dashboard.GetAsync($"/api/traces/{trace.Id}")).GetProperty("spans")[0].GetProperty("spanId").GetString();

        var escaped = Uri.EscapeDataString(Hostile);
        foreach (var path in new[] { "/", $"/traces/{trace.Id}?span={span}", $"/traces?q={escaped}", $"/logs?q={escaped}&traceId={escaped}", $"/console?resource={escaped}", $"/metrics?resource={escaped}" })
        {
            var html = await dashboard.Http.GetStringAsync(path, Stop);
            Assert.Contains("document.title=", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>document", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Console_OfAResource_HasItsLinesWithoutTerminalCodes()
    {
        for (var i = 1; i <= 3; i++)
            dashboard.Board.Append("worker", new ConsoleLine(DateTimeOffset.UtcNow, $"\e[31mline {i}\e[0m", i == 2));

        var lines = (await dashboard.GetAsync("/api/resources/worker/console?after=1")).EnumerateArray();

        Assert.Equal(["2 True line 2", "3 False line 3"], lines.Select(l => $"{l.GetProperty("number")} {l.GetProperty("isError")} {l.GetProperty("text")}"));
        Assert.Equal(HttpStatusCode.NotFound, (await dashboard.Http.GetAsync("/api/resources/nobody/console", Stop)).StatusCode);
    }

    [Fact]
    public async Task Console_BeyondItsBound_DropsTheOldestLines()
    {
        var board = new ResourceBoard(linesPerResource: 10);
        await using var app = DashboardApp.Create(new DashboardOptions { FrontendPort = 0, OtlpGrpcPort = 0, OtlpHttpPort = 0 }, board);
        await app.StartAsync(Stop);
        for (var i = 1; i <= 50; i++)
            board.Append("worker", new ConsoleLine(DateTimeOffset.UtcNow, $"line {i}"));

        var html = await dashboard.Http.GetStringAsync(new Uri(app.FrontendUrl, "/console?resource=worker"), Stop);

        Assert.Contains("line 41", html, StringComparison.Ordinal);
        Assert.DoesNotContain("line 40", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WithOpenStreams_EndsThemAtOnce()
    {
        await using var other = new DashboardFixture();
        await other.InitializeAsync();
        other.Board.Append("worker", new ConsoleLine(DateTimeOffset.UtcNow, "line"));
        using var versions = await other.Http.GetAsync("/live/traces", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = await other.Http.GetAsync("/live/console?resource=worker", HttpCompletionOption.ResponseHeadersRead, Stop);
        var clock = Stopwatch.StartNew();

        await other.App.StopAsync(Stop);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Contains("\"line\"", await lines.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnATakenPort_NamesIt()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var app = DashboardApp.Create(new DashboardOptions { FrontendPort = port, OtlpGrpcPort = 0, OtlpHttpPort = 0 }, new ResourceBoard());

        var refusal = await Assert.ThrowsAsync<IOException>(() => app.StartAsync(Stop));

        Assert.Contains($"{port}", refusal.Message, StringComparison.Ordinal);
    }
}
