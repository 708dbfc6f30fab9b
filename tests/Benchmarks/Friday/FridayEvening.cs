using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Webhooks;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>
/// Counters, phones, partners and imports at once, as on a Friday before a long weekend. An open model: people come when they come,
/// however slow the answers are, and their times count from when they meant to begin.
/// </summary>
sealed class FridayEvening(SuiteProcess suite, FridayPlan plan)
{
    static readonly (string Staff, string Agency)[] Partners =
        [("shakyo-01", "social-welfare-council"), ("npo-01", "consumer-npo"), ("jobs-01", "jobs-npo")];

    static readonly string[] Counters = ["tax-01", "tax-02", "welfare-01", "care-01", "child-01", "housing-01"];
    static readonly string[] Phones = ["coord-01", "welfare-01", "assist-01"];
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    readonly FridayReport report = new();
    readonly DepartmentFiles files = new();
    readonly ConcurrentBag<Task> sessions = [];
    readonly Dictionary<string, string> tokens = [];

    /// <summary>Lives through the evening and waits until what it set going has arrived.</summary>
    public async Task<FridayReport> RunAsync(CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
        {
            BaseAddress = suite.Gateway,
            Timeout = TimeSpan.FromMinutes(1),
        };
        await using var receiver = await WebhookReceiver.StartAsync();
        await PrepareAsync(http, receiver, ct);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = new Waiting(suite, report).RunAsync(over.Token);
        await LiveAsync(http, ct);
        await Task.WhenAll(sessions);
        await SettleAsync(receiver, ct);
        await over.CancelAsync();
        await waiting;
        foreach (var arrival in receiver.Proven.DistinctBy(one => one.Id))
            report.WebhookDelay.Add(arrival.Delay);
        return report;
    }

    async Task PrepareAsync(HttpClient http, WebhookReceiver receiver, CancellationToken ct)
    {
        foreach (var staff in (string[])["admin-01", .. Counters, .. Phones, .. Partners.Select(one => one.Staff)])
        {
            using var answer = await http.PostAsJsonAsync("/dev/token", new { staffId = staff }, ct);
            answer.EnsureSuccessStatusCode();
            tokens[staff] = JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!["accessToken"]!.ToString();
        }

        var (feed, bytes) = DepartmentFiles.Residents;
        var quiet = new FridayReport();
        Person Quiet(string staff) => new(http, tokens[staff], quiet, Stopwatch.GetTimestamp(), TimeSpan.Zero, new Random(plan.Seed));
        if (await Quiet("admin-01").UploadAsync("import", $"/v1/feeds/{feed}/imports", bytes, ct) is null)
            throw new InvalidOperationException($"The register was not imported: {string.Join(' ', quiet.Lines(plan.Length))}");
        foreach (var (staff, agency) in Partners)
        {
            var made = await Quiet(staff).WriteAsync(
                "subscribe", $"/v1/agencies/{agency}/subscriptions", new() { ["url"] = receiver.Url(agency) }, ct)
                ?? throw new InvalidOperationException($"{agency} has no subscription: {string.Join(' ', quiet.Lines(plan.Length))}");
            receiver.Expect(agency, made["secret"]!.ToString());
        }
    }

    /// <summary>Starts each session at its instant.</summary>
    async Task LiveAsync(HttpClient http, CancellationToken ct)
    {
        var looks = Partners.Select(one => (one.Staff, Look: new PartnerLook(one.Agency))).ToArray();
        var begin = Stopwatch.GetTimestamp();
        foreach (var (at, what, seed) in Evening())
        {
            var intended = begin + (long)(at.TotalSeconds * Stopwatch.Frequency);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), intended);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, ct);
            var random = new Random(seed);
            var (partner, look) = looks[random.Next(looks.Length)];
            var staff = what switch
            {
                Visit.Counter => Counters[random.Next(Counters.Length)],
                Visit.Phone => Phones[random.Next(Phones.Length)],
                Visit.Partner => partner,
                Visit.Import => "admin-01",
            };
            var person = new Person(http, tokens[staff], report, intended, plan.Think, random);
            sessions.Add(Task.Run(
                () => what switch
                {
                    Visit.Counter => CounterVisit.RunAsync(person, ct),
                    Visit.Phone => PhoneCall.RunAsync(person, ct),
                    Visit.Partner => look.RunAsync(person, ct),
                    Visit.Import => ImportAsync(person, ct),
                },
                ct));
        }
    }

    /// <summary>Everyone who comes, in order, each with a seed of the session's own.</summary>
    List<(TimeSpan At, Visit What, int Seed)> Evening()
    {
        var random = new Random(plan.Seed);
        (Visit What, double Rate, double Peak)[] kinds =
        [
            (Visit.Counter, plan.Counters, 1), (Visit.Phone, plan.Phones, plan.PhonePeak), (Visit.Partner, plan.Partners, 1), (Visit.Import, plan.Imports, 1),
        ];
        return
        [
            .. kinds.SelectMany(kind => Arrivals
                .Draw(plan.Length, share => kind.Rate * (IsPeak(share) ? kind.Peak : 1), kind.Rate * kind.Peak, random)
                .Select(at => (At: at, kind.What, Seed: random.Next())).ToList())
                .OrderBy(one => one.At),
        ];
    }

    // The middle third.
    static bool IsPeak(double share) => share is > 1 / 3.0 and < 2 / 3.0;

    async Task ImportAsync(Person person, CancellationToken ct)
    {
        var (feed, bytes) = files.Next();
        await person.UploadAsync("import", $"/v1/feeds/{feed}/imports", bytes, ct);
    }

    /// <summary>Until no webhook comes any more for a while.</summary>
    static async Task SettleAsync(WebhookReceiver receiver, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        for (var (count, still) = (-1, 0); still < 5 && waited.Elapsed < Settling; await Task.Delay(TimeSpan.FromSeconds(1), ct))
        {
            still = receiver.Proven.Count == count ? still + 1 : 0;
            count = receiver.Proven.Count;
        }
    }
}
