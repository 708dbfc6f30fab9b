using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using ParkedMessage = Tsunagu.Contracts.Operations.V1.ParkedMessage;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Parking;

/// <summary>
/// One run: a broker that repeats itself and now and then has two consumers at once, handlers that break and mend, and an administrator who
/// replays and discards, all at the same time and by chance.
/// </summary>
sealed class ParkingStorm(ParkingSuite suite, string endpoint, ProbeHost[] replicas, int seed)
{
    const int Records = 3;
    const int EventsOfARecord = 6;

    readonly Random broker = new(seed);
    readonly Random administrator = new(seed + 1);
    readonly ConcurrentDictionary<Guid, bool> broken = new();
    readonly ConcurrentDictionary<Guid, bool> discarded = new();
    readonly HashSet<Guid> twins = [];

    readonly List<ReferralSent[]> records = [.. Enumerable.Range(0, Records).Select(_ =>
    {
        var id = Guid.CreateVersion7();
        return Enumerable.Range(1, EventsOfARecord).Select(number => ProbeEvents.Sent(id, number)).ToArray();
    })];

    /// <summary>Runs to the end, when everything is mended and nothing is parked.</summary>
    /// <returns>For each record: sequences that took effect, those that must have, and those that may have.</returns>
    public async Task<IReadOnlyList<(List<long> Effects, List<long> Must, List<long> May)>> RunAsync()
    {
        foreach (var replica in replicas)
            replica.Gate.FaultOf = e => broken.ContainsKey(e.EventId) ? new InvalidOperationException() : null;
        foreach (var e in records.SelectMany(events => events).Where(_ => broker.Next(4) == 0))
            broken[e.EventId] = true;
        var delivering = DeliverAsync();
        while (!delivering.IsCompleted)
            await ActAsync();
        await delivering;
        await MendAsync();

        var results = new List<(List<long>, List<long>, List<long>)>();
        foreach (var events in records)
            results.Add((
                await replicas[0].EffectsAsync(events[0].AggregateId),
                [.. events.Where(e => !discarded.ContainsKey(e.EventId)).Select(e => e.Sequence)],
                [.. events.Where(e => discarded.ContainsKey(e.EventId) && twins.Contains(e.EventId)).Select(e => e.Sequence)]));
        return results;
    }

    async Task DeliverAsync()
    {
        var next = new int[Records];
        while (Enumerable.Range(0, Records).Where(record => next[record] < EventsOfARecord).ToArray() is { Length: > 0 } left)
        {
            var record = left[broker.Next(left.Length)];
            var e = records[record][next[record]++];
            await DeliverAsync(e, twice: broker.Next(6) == 0);
            // A repeat of anything that came before.
            if (broker.Next(3) == 0)
                await DeliverAsync(records[record][broker.Next(next[record])], twice: false);
        }
    }

    async Task DeliverAsync(ReferralSent e, bool twice)
    {
        if (twice)
        {
            twins.Add(e.EventId);
            await Task.WhenAll(replicas.Select(replica => TakeAsync(replica, e)));
        }
        else
        {
            await TakeAsync(replicas[broker.Next(replicas.Length)], e);
        }
    }

    // What the endpoint does with a delivery, without the pauses between its attempts.
    async Task TakeAsync(ProbeHost replica, ReferralSent e)
    {
        var raw = new RawMessage(endpoint, Encoding.UTF8.GetBytes(Bodies.Of(e)));
        try
        {
            await replica.Services.GetRequiredService<Inbox<ProbeDbContext>>().TakeAsync(
                endpoint, e, () => raw, (taken, db, ct) => ProbeConsumer.HandleAsync(taken, db, replica.Gate, ct), CancellationToken.None);
        }
        catch (HandlingFailedException failed)
        {
            await replica.Services.GetRequiredService<ParkingLot<ProbeDbContext>>().ParkAsync(raw, failed.Cause, 4, CancellationToken.None);
        }
    }

    async Task ActAsync()
    {
        var all = records[administrator.Next(Records)];
        var e = all[administrator.Next(all.Length)];
        switch (administrator.Next(5))
        {
            case 0:
                broken[e.EventId] = true;
                break;
            case 1:
                broken.TryRemove(e.EventId, out _);
                break;
            case 2:
                await ReplayAllAsync();
                break;
            default:
                await DecideAsync(await OpenAsync());
                break;
        }
    }

    async Task DecideAsync(IReadOnlyList<ParkedMessage> open)
    {
        if (open.Count == 0)
            return;
        var chosen = open[administrator.Next(open.Count)];
        try
        {
            if (administrator.Next(5) == 0)
                discarded[Guid.Parse((await suite.DiscardAsync(chosen)).EventId)] = true;
            else
                await suite.ReplayAsync(chosen);
        }
        catch (Grpc.Core.RpcException e) when (e.StatusCode is Grpc.Core.StatusCode.Aborted or Grpc.Core.StatusCode.FailedPrecondition)
        {
            // Decided on, or moved, since it was listed.
        }
    }

    async Task MendAsync()
    {
        broken.Clear();
        await Eventually.GetAsync(
            async () =>
            {
                await ReplayAllAsync();
                return (await OpenAsync()).Count;
            },
            open => open == 0);
    }

    async Task ReplayAllAsync() => await suite.Operations.ReplayParkedMessagesAsync(
        new() { RequestId = Guid.NewGuid().ToString(), Endpoint = endpoint }, suite.Administrator);

    async Task<IReadOnlyList<ParkedMessage>> OpenAsync() =>
        (await suite.Operations.ListParkedMessagesAsync(new() { Endpoint = endpoint, PageSize = 200 }, suite.Administrator)).ParkedMessages;
}
