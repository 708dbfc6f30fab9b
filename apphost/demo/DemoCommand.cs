using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>
/// <c>dotnet run --project apphost -- demo</c>: tells through the gateway alone how a consultation at a tax counter finds
/// its household and travels to a partner agency.
/// </summary>
sealed class DemoCommand(DemoOptions options, TextWriter console)
{
    readonly Narrator narrator = new(console);

    /// <summary>True when a gateway already answers; the suite is then left as it is.</summary>
    public static async Task<bool> IsSuiteUpAsync(DemoOptions options, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = options.Gateway, Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await http.GetAsync("/health", ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Tells the story.</summary>
    /// <returns>The exit code: 0 when everything came out as told.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        try
        {
            await TellAsync(ct);
            return 0;
        }
        catch (DemoFailure failure)
        {
            await console.WriteLineAsync($"\n失敗: {failure.Message}");
            return 1;
        }
    }

    async Task TellAsync(CancellationToken ct)
    {
        var city = new City(options.City);
        using var http = new HttpClient { BaseAddress = options.Gateway, Timeout = TimeSpan.FromMinutes(5) };
        using var dashboard = new HttpClient { BaseAddress = options.Dashboard };
        var cast = await Cast.SignInAsync(http, ct);
        await new ImportChapter(cast.Administrator, city, narrator).TellAsync(ct);

        await using var partner = await PartnerReceiver.StartAsync(ct);
        var subscription = await cast.Partner.WriteAsync(
            $"/v1/agencies/{Cast.PartnerAgency}/subscriptions", new JsonObject { ["url"] = partner.Address.ToString() }, ct);
        partner.Trust(subscription.Text("secret"));

        // Every request of the story carries one trace: HttpClient sends the current activity's traceparent.
        string referral;
        ActivityTraceId trace;
        using (var story = new Activity("story") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            trace = story.TraceId;
            referral = await new StoryChapters(cast, city, narrator, partner).TellAsync(ct);
        }

        if (options.Kills > 0)
            await new StormChapter(cast, city, narrator, partner, dashboard).TellAsync(options, referral, ct);

        await cast.Partner.DeleteAsync($"/v1/agencies/{Cast.PartnerAgency}/subscriptions/{subscription.Text("subscriptionId")}", ct);
        narrator.Address("この物語のトレース", new Uri(options.Dashboard, $"/traces/{trace}"));
    }
}
