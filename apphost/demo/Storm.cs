using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>
/// Many referrals on their way at once while processes die; keeps what was acknowledged, in order, for the comparison with
/// the partner's history.
/// </summary>
sealed class Storm(Cast cast, City city, int seed)
{
    const int Desks = 3;
    readonly ConcurrentDictionary<string, IReadOnlyList<string>> acknowledged = new();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Acknowledged => acknowledged;

    /// <summary>Works until told to stop; what was begun is finished.</summary>
    public Task RunAsync(CancellationToken stop, CancellationToken ct)
    {
        var scenarios = city.Consultations();
        return Task.WhenAll(Enumerable.Range(0, Desks).Select(async desk =>
        {
            var random = new Random(seed * Desks + desk);
            while (!stop.IsCancellationRequested)
                await OneAsync(scenarios[random.Next(scenarios.Count)], random, ct);
        }));
    }

    async Task OneAsync(JsonNode scenario, Random random, CancellationToken ct)
    {
        var desk = new CounterDesk(cast.TaxCounter);
        var resident = await desk.FindAsync(scenario, ct);
        var openCase = await desk.OpenCaseAsync(await desk.RecordAsync(scenario, resident, ct), ct);
        if (random.Next(3) == 0)
            await desk.DecideAsync(await desk.CallMeetingAsync(openCase, ct), ct);

        var sheets = new Sheets(cast.TaxCounter, cast.Partner);
        var id = (await sheets.CreateAsync(openCase, await desk.ConsentAsync(openCase, ct), ct)).Text("referralId");
        var events = new List<string>();
        foreach (var (verb, type) in Path(sheets, random))
        {
            await verb(id, ct);
            events.Add(type);
        }

        acknowledged[id] = events;
    }

    static IEnumerable<(Func<string, CancellationToken, Task<JsonNode>> Verb, string Type)> Path(Sheets sheets, Random random)
    {
        yield return (sheets.SendAsync, "referral.sent");
        yield return (sheets.ReceiveAsync, "referral.received");
        if (random.Next(3) == 0)
        {
            yield return (sheets.ReturnAsync, "referral.returned");
            yield return (sheets.SendAsync, "referral.sent");
            yield return (sheets.ReceiveAsync, "referral.received");
        }

        if (random.Next(4) == 0)
        {
            yield return (sheets.DeclineAsync, "referral.declined");
            yield break;
        }

        yield return (sheets.AcceptAsync, "referral.accepted");
        yield return (sheets.CompleteAsync, "referral.completed");
    }
}
