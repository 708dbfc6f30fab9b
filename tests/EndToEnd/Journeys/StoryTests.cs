using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagu.Tests.EndToEnd.Hosting;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Journeys;

/// <summary>The main job as a newcomer runs it: the demo against the running suite.</summary>
[Collection(RunningSuite.Name)]
public sealed partial class StoryTests(SuiteFixture suite)
{
    static readonly TimeSpan SpansArrive = TimeSpan.FromSeconds(30);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_TellsTheStoryAndItsTraceHoldsTheWholeWay()
    {
        var demo = await suite.RunDemoAsync([], Ct);

        Assert.True(demo.ExitCode == 0, demo.Output);
        Assert.Contains("referral.completed", demo.Output, StringComparison.Ordinal);
        var traceId = TraceAddress().Match(demo.Output).Groups["id"].Value;
        var trace = await WholeTraceAsync(traceId);
        Assert.True(IntakeAsksTheHousehold(trace), Describe(trace));
        Assert.True(ReferralReachesThePartner(trace), Describe(trace));
        await ShowWaterfallAsync(traceId);
    }

    static bool IntakeAsksTheHousehold(TraceTree trace) =>
        trace.HasChain(In("gateway"), In("intake"), In("household"), span => span.Service == "household" && span.Scope == "Npgsql");

    static bool ReferralReachesThePartner(TraceTree trace) =>
        trace.HasChain(
            In("gateway"),
            In("referral"),
            span => span.Service == "referral" && span.Name.StartsWith("outbox ", StringComparison.Ordinal),
            span => span.Scope == "MassTransit",
            span => span.Service == "notification" && span.Scope == "MassTransit",
            span => span.Service == "notification" && span.Scope == "System.Net.Http");

    static Func<TraceSpan, bool> In(string service) => span => span.Service == service;

    /// <summary>Spans come in batches; the last is the webhook's.</summary>
    async Task<TraceTree> WholeTraceAsync(string traceId)
    {
        var deadline = DateTime.UtcNow + SpansArrive;
        while (true)
        {
            var answer = JsonNode.Parse(await suite.Dashboard.GetStringAsync($"/api/traces/{traceId}", Ct))!;
            var trace = new TraceTree(answer["spans"]!.AsArray().Select(span => TraceSpan.Of(span!)));
            if ((IntakeAsksTheHousehold(trace) && ReferralReachesThePartner(trace)) || DateTime.UtcNow > deadline)
                return trace;
            await Task.Delay(500, Ct);
        }
    }

    async Task ShowWaterfallAsync(string traceId)
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new Uri(suite.Dashboard.BaseAddress!, $"/traces/{traceId}"), height: 1800);
        await Browser.ScreenshotAsync(page, "story-waterfall");

        var text = await page.InnerTextAsync("body");
        Assert.All(["gateway", "intake", "household", "referral", "notification"], service => Assert.Contains(service, text, StringComparison.Ordinal));
    }

    static string Describe(TraceTree trace) =>
        string.Join('\n', trace.Spans.Select(span => $"{span.Service,-14}{span.Scope,-28}{span.Name}"));

    [GeneratedRegex("/traces/(?<id>[0-9a-f]{32})")]
    private static partial Regex TraceAddress();
}
