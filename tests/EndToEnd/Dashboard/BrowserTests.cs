using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Aspire.Dashboard.Resources;
using Microsoft.Playwright;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

/// <summary>The pages as a browser shows them.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    readonly DashboardFixture _dashboard = new();
    Browser? _browser;

    Browser Chromium => _browser ?? throw new InvalidOperationException("The browser has not started.");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Browser.Executable is not null, "Chromium is not installed.");
        await _dashboard.InitializeAsync();
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        await _dashboard.DisposeAsync();
    }

    [Fact]
    public async Task Waterfall_LaysBarsByTimeAndRowsByParent()
    {
        var trace = new TestTrace(_dashboard.App);
        var root = trace.Export("gateway", "POST /v1/consultations", null, 0, 1_000, kind: ActivityKind.Server);
        var intake = trace.Export("intake", "tsunagu.intake.v1.IntakeService/RecordConsultation", root, 100, 600, kind: ActivityKind.Server);
        trace.Export("household", "household-db SELECT", intake, 200, 400, a => a.SetStatus(ActivityStatusCode.Error, "timeout"), ActivityKind.Client);
        trace.Export("notification", "notification-referral receive", root, 750, 1_000, kind: ActivityKind.Consumer);

        var page = await Chromium.OpenAsync(_dashboard.Page($"/traces/{trace.Id}"));
        await Browser.ScreenshotAsync(page, "dashboard-waterfall");

        var rows = page.Locator("#waterfall tbody tr");
        Assert.Equal(["1", "2", "3", "2"], await rows.EvaluateAllAsync<string[]>("rows => rows.map(r => r.ariaLevel)"));
        Assert.Equal(["gateway", "intake", "household", "notification"], await rows.Locator(".from").AllInnerTextsAsync());
        var lane = (await rows.Nth(0).Locator("svg").BoundingBoxAsync())!;
        (double From, double To)[] expected = [(0, 1), (0.1, 0.6), (0.2, 0.4), (0.75, 1)];
        for (var i = 0; i < expected.Length; i++)
        {
            var bar = (await rows.Nth(i).Locator(".bar").BoundingBoxAsync())!;
            Assert.Equal(lane.X + lane.Width * expected[i].From, bar.X, 3.0);
            Assert.Equal(lane.X + lane.Width * expected[i].To, bar.X + bar.Width, 3.0);
        }
        var names = await rows.Locator(".span-name a").EvaluateAllAsync<double[]>("links => links.map(l => l.getBoundingClientRect().left)");
        Assert.True(names[0] < names[1] && names[1] < names[2] && names[3] == names[1], string.Join(' ', names));
        Assert.Equal(4, (await rows.Locator(".bar").EvaluateAllAsync<string[]>("bars => bars.map(b => getComputedStyle(b).fill)")).Distinct().Count());
        Assert.Equal(1, await rows.Locator(".badge.bad").CountAsync());
    }

    [Fact]
    public async Task Waterfall_ClickOnARow_ShowsTheSpanAndKeepsAnAddressForIt()
    {
        var trace = new TestTrace(_dashboard.App);
        var root = trace.Export("gateway", "GET /v1/inbox", null, 0, 100);
        trace.Export("notification", "SELECT", root, 10, 20, a => a.SetTag("db.system", "postgresql").AddEvent(new ActivityEvent("first row")));
        var page = await Chromium.OpenAsync(_dashboard.Page($"/traces/{trace.Id}"));

        await page.Locator("#waterfall tbody tr").Nth(1).Locator("svg").ClickAsync();

        await Assertions.Expect(page.Locator("#panel h2")).ToHaveTextAsync("SELECT");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("postgresql");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("first row");
        await Browser.ScreenshotAsync(page, "dashboard-span");
        var again = await Chromium.OpenAsync(new Uri(page.Url));
        await Assertions.Expect(again.Locator("#panel h2")).ToHaveTextAsync("SELECT");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#panel h2")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Waterfall_ByKeyboard_WalksFoldsAndOpens()
    {
        var trace = new TestTrace(_dashboard.App);
        var root = trace.Export("gateway", "root", null, 0, 100);
        trace.Export("intake", "leaf", trace.Export("intake", "branch", root, 10, 90), 20, 30);
        var page = await Chromium.OpenAsync(_dashboard.Page($"/traces/{trace.Id}"));
        var rows = page.Locator("#waterfall tbody tr:not([hidden])");
        await rows.Nth(0).Locator("a").FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#panel h2")).ToHaveTextAsync("leaf");
    }

    [Fact]
    public async Task Waterfall_SpanThatArrivesLate_JoinsTheOpenPage()
    {
        var trace = new TestTrace(_dashboard.App);
        var root = trace.Export("gateway", "root", null, 0, 100);
        var page = await Chromium.OpenAsync(_dashboard.Page($"/traces/{trace.Id}"));
        await Assertions.Expect(page.Locator("#waterfall tbody tr")).ToHaveCountAsync(1);

        trace.Export("notification", "late", root, 100, 200);

        await Assertions.Expect(page.Locator("#waterfall tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#trace-head")).ToContainTextAsync("200 ms");
    }

    [Fact]
    public async Task Waterfall_OpenedBeforeTheFirstSpan_AppearsWhenItArrives()
    {
        var traceId = RandomNumberGenerator.GetBytes(16);
        var page = await Chromium.OpenAsync(_dashboard.Page($"/traces/{Convert.ToHexStringLower(traceId)}"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("見つかりません");
        using var export = new ByteArrayContent(OtlpBytes.Span(traceId, RandomNumberGenerator.GetBytes(8), "arrived"));
        export.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");

        await _dashboard.Http.PostAsync(new Uri(_dashboard.App.OtlpHttpUrl, "/v1/traces"), export, TestContext.Current.CancellationToken);

        await Assertions.Expect(page.Locator("#waterfall tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Resources_ChangeOnTheOpenPage()
    {
        ResourceSnapshot intake = new() { Name = "intake", Type = "Project", State = ResourceState.Starting, Endpoints = [new("grpc", "http://localhost:5001")] };
        _dashboard.Board.Publish(intake);
        var page = await Chromium.OpenAsync(_dashboard.Page("/"));
        var row = page.Locator("tr[data-resource=intake]");
        await Assertions.Expect(row).ToContainTextAsync("起動中");

        _dashboard.Board.Publish(intake with { State = ResourceState.Running, Restarts = 2 });

        await Assertions.Expect(row).ToContainTextAsync("実行中");
        await Assertions.Expect(row).ToContainTextAsync("2 回");
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "http://localhost:5001" })).ToHaveAttributeAsync("href", "http://localhost:5001");
        await Browser.ScreenshotAsync(page, "dashboard-resources");
    }

    [Fact]
    public async Task Console_AppendsLinesAsTextInOrder()
    {
        _dashboard.Board.Append("intake", new ConsoleLine(DateTimeOffset.UtcNow, "first"));
        var page = await Chromium.OpenAsync(_dashboard.Page("/console?resource=intake"));
        await Assertions.Expect(page.Locator("#link")).ToHaveTextAsync("受信中");

        _dashboard.Board.Append("intake", new ConsoleLine(DateTimeOffset.UtcNow, "<b>second</b>", IsError: true));
        _dashboard.Board.Append("intake", new ConsoleLine(DateTimeOffset.UtcNow, "third"));

        await Assertions.Expect(page.Locator("#console > div > span")).ToHaveTextAsync(["first", "<b>second</b>", "third"]);
    }

    [Fact]
    public async Task HostileNames_RunNothingAndReportNothingToThePolicy()
    {
        const string hostile = "</title><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
        var trace = new TestTrace(_dashboard.App);
        trace.Export(hostile, hostile, null, 0, 10, a => a.SetTag(hostile, hostile));
        var page = await Chromium.OpenAsync(_dashboard.Page("/traces"));
        var errors = new List<string>();
        page.Console += (_, message) => errors.Add(message.Text);

        await page.Locator("#traces td.name a").ClickAsync();
        await page.Locator("#waterfall tbody tr").ClickAsync();
        await Assertions.Expect(page.Locator("#panel h2")).ToHaveTextAsync(hostile);

        Assert.StartsWith(hostile, await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Empty(errors);
    }
}
