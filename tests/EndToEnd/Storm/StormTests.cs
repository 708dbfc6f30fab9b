using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Webhooks;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>
/// Many referrals with random commands while every process, PostgreSQL and the broker included, is killed at random instants: what was
/// acknowledged stays, happens once and in order, by the histories of the receivers and by the databases.
/// </summary>
public sealed partial class StormTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(Tier.IsFull ? 30 : 3);

    static readonly TimeSpan Progress = TimeSpan.FromSeconds(15);

    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly Ledger ledger = new();
    readonly Dictionary<string, FeedTail> tails = [];
    SuiteProcess suite = null!;
    HttpClient http = null!;
    WebhookReceiver receiver = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Journal => Repository.PathOf("TestResults/storm.txt");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public Task Storm_OnTwoReplicasOfEachService_LosesAndDoublesNothing_AndKeepsTheOrderOfEachReferral() => PassAsync(replicas: 2);

    // Two replicas meet all that one meets, and their races too: they are enough for the slice.
    [Fact]
    public Task Storm_OnOneProcessOfEachService_LosesAndDoublesNothing_AndKeepsTheOrderOfEachReferral()
    {
        Assert.SkipUnless(Tier.IsFull, "TSUNAGU_TIER=full");
        return PassAsync(replicas: 1);
    }

    async Task PassAsync(int replicas)
    {
        var plan = StormPlan.Of(replicas);
        Tell($"{plan}");
        suite = await SuiteProcess.StartAsync(replicas);
        http = new HttpClient { BaseAddress = suite.Gateway, Timeout = TimeSpan.FromMinutes(1) };
        receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = new Hiccups(0.02, plan.Seed).AnswerAsync;
        var staff = new Staff(http);
        await PrepareAsync(staff);
        Tell("ready");

        var live = new InboxWatch(staff["welfare-general"]);
        using var done = new CancellationTokenSource();
        using var calm = new CancellationTokenSource();
        var watching = live.RunAsync(done.Token);
        var reading = Task.WhenAll(tails.Values.Select(tail => tail.RunAsync(done.Token, Ct)));
        var lightning = new Lightning(suite, plan, ledger, Tell);
        var killing = lightning.RunAsync(calm.Token);

        await PassOnAsync(plan, staff, killing);
        await calm.CancelAsync();
        await killing;
        Tell($"all acknowledged; killed {string.Join(", ", lightning.Struck.Select(one => $"{one.Key} {one.Value}"))}");
        await suite.WaitUntilHealthyAsync(Ct);
        await SettleAsync();
        await done.CancelAsync();
        await watching;
        await reading;

        var faults = await ReckonAsync(staff, live);
        Tell($"{ledger.Referrals.Count} referrals, {ledger.Commands} commands, {PatientClient.Repeats} calls made again, "
            + $"{ledger.Referrals.Sum(one => one.Events.Count)} events, {receiver.Proven.Count} webhooks of which repeats "
            + $"{receiver.Proven.Count - receiver.Proven.DistinctBy(one => one.Id).Count()}, {faults.Count} faults");
        faults.Take(100).ToList().ForEach(Tell);
        Assert.True(faults.Count == 0, $"{string.Join('\n', faults.Take(50))}");
        Assert.Equal(plan.Referrals, ledger.Referrals.Count);
        Assert.All(await TargetsAsync(), target => Assert.Contains(target, lightning.Struck.Keys));
    }

    public async ValueTask DisposeAsync()
    {
        if (receiver is not null)
            await receiver.DisposeAsync();
        http?.Dispose();
        if (suite is not null)
            await suite.DisposeAsync();
    }

    /// <summary>The sample city's register, and a subscription for each agency that may have one.</summary>
    async Task PrepareAsync(Staff staff)
    {
        var import = await staff.Administrator.UploadAsync("/v1/feeds/residents/imports", Repository.PathOf("apphost/sample/day1/residents.csv"), Ct);
        Assert.True(import.IsOk, import.ToString());
        foreach (var agency in Staff.Agencies)
            tails[agency] = new FeedTail(staff[agency]);
        foreach (var agency in Staff.Subscribers)
        {
            var subscription = await staff[agency].WriteAsync(
                $"/v1/agencies/{agency}/subscriptions", new JsonObject { ["url"] = receiver.Url(agency) }, Ct);
            Assert.True(subscription.IsOk, subscription.ToString());
            receiver.Expect(agency, subscription["secret"]);
        }
    }

    async Task PassOnAsync(StormPlan plan, Staff staff, Task killing)
    {
        var passing = Parallel.ForEachAsync(
            Enumerable.Range(0, plan.Referrals),
            new ParallelOptions { MaxDegreeOfParallelism = plan.Desks, CancellationToken = Ct },
            async (number, ct) => await new Desk(staff, ledger, new Random(HashOf(plan.Seed, number))).WorkAsync(ct));
        while (await Task.WhenAny(passing, Task.Delay(Progress, Ct)) != passing)
        {
            // A killer that failed would let the storm pass for nothing.
            if (killing.IsCompleted)
                await killing;
            Tell($"{ledger.Referrals.Count} referrals, {ledger.Commands} commands, {PatientClient.Repeats} made again, {receiver.Proven.Count} webhooks, {ledger.Faults.Count} faults");
            await KeepTracesAsync();
        }

        await passing;
    }

    /// <summary>Keeps the traces of calls that came out wrong beside the journal, while the dashboard still has them.</summary>
    async Task KeepTracesAsync()
    {
        foreach (var id in ledger.Faults.SelectMany(fault => TraceId().Matches(fault)).Select(match => match.Groups["id"].Value))
        {
            var file = Repository.PathOf($"TestResults/storm-{id}.json");
            try
            {
                using var answer = await suite.Dashboard.GetAsync($"/api/traces/{id}", Ct);
                if (answer.IsSuccessStatusCode && !File.Exists(file))
                    await File.WriteAllTextAsync(file, await answer.Content.ReadAsStringAsync(Ct), Ct);
            }
            catch (HttpRequestException)
            {
                // The app host is down at the moment, and with it the dashboard.
            }
        }
    }

    /// <summary>Waits until nothing is on its way any more.</summary>
    async Task SettleAsync()
    {
        var vault = new Vault(suite, ledger);
        var until = watch.Elapsed + Settling;
        var expected = Staff.Subscribers.Sum(agency => Histories.OfAgency(agency, ledger.Referrals).Values.Sum(events => events.Count));
        while (watch.Elapsed < until)
        {
            var waiting = await vault.WaitingAsync(Ct);
            var arrived = receiver.Proven.DistinctBy(one => one.Id).Count();
            if (waiting == 0 && arrived >= expected)
                break;
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        }

        // Acts are sealed about a second after they happened.
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        Tell("settled");
    }

    async Task<List<string>> ReckonAsync(Staff staff, InboxWatch live)
    {
        var reckoning = new Reckoning(staff, ledger, receiver);
        List<string> faults = [.. ledger.Faults];
        foreach (var agency in Staff.Subscribers)
            faults.AddRange(reckoning.Webhooks(agency));
        foreach (var agency in Staff.Agencies)
        {
            faults.AddRange(await reckoning.FeedAsync(agency, tails[agency], Ct));
            faults.AddRange(await reckoning.InboxAsync(agency, Ct));
        }

        faults.AddRange(await reckoning.WatchAsync("welfare-general", live, Ct));
        faults.AddRange(await new Vault(suite, ledger).FaultsAsync(Ct));
        if (await Sealed.FaultAsync(staff.Auditor, "referral", Ct) is { Length: > 0 } broken)
            faults.Add(broken);
        if (receiver.All.Count(hook => !hook.SignatureHolds) is > 0 and var forged)
            faults.Add($"{forged} webhooks had no valid signature");
        return faults;
    }

    async Task<IEnumerable<string>> TargetsAsync() =>
        (await suite.ResourcesAsync(Ct)).Where(resource => resource["processId"] is not null).Select(resource => resource["name"]!.ToString());

    static int HashOf(int seed, int number) => unchecked((seed * 1_000_003) + number);

    void Tell(string line)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:0.0} s  {line}");
        output.WriteLine(text);
        Directory.CreateDirectory(Path.GetDirectoryName(Journal)!);
        File.AppendAllText(Journal, text + Environment.NewLine);
    }

    [GeneratedRegex("\"traceId\":\"(?<id>[0-9a-f]{32})\"")]
    private static partial Regex TraceId();
}
