using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Makes what is kept of some days of a feed equal to what its files show now, and tells of every difference, in the order of each resident's numbers. Done
/// twice it does nothing the second time. The caller holds the lock of life events.
/// </summary>
sealed class LifeEventLedger(HouseholdDbContext db, string feed, DateTimeOffset now)
{
    // A day on which a whole feed begins or ends must not be held in memory at once.
    const int Batch = 500;

    /// <summary>Writes the differences.</summary>
    /// <param name="shown">What the file of each day shows.</param>
    /// <param name="ages">Ages whose reaching is looked for: what was noticed of others stands.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>How many are new, and how many were withdrawn.</returns>
    public async Task<(int New, int Withdrawn)> WriteAsync(
        IReadOnlyDictionary<DateOnly, IReadOnlyList<FoundEvent>> shown, IReadOnlyCollection<int> ages, CancellationToken ct)
    {
        var days = shown.Keys.ToArray();
        var standing = (await db.LifeEvents.AsNoTracking()
                .Where(e => e.FeedId == feed && days.Contains(e.NoticedOn) && e.WithdrawnAt == null)
                .ToListAsync(ct))
            .Where(e => e.Age is not { } age || ages.Contains(age))
            .ToDictionary(e => e.Key);
        var found = new Dictionary<LifeEventKey, (FoundEvent Event, DateOnly Day)>();
        foreach (var (day, events) in shown.OrderBy(pair => pair.Key))
        {
            foreach (var one in events)
                _ = found.TryAdd(LifeEventKey.Of(one, feed), (one, day));
        }
        var fresh = found.Where(pair => !standing.TryGetValue(pair.Key, out var e) || e.NoticedOn != pair.Value.Day).Select(pair => pair.Value).ToLookup(f => f.Event.ResidentId);
        var gone = standing.Where(pair => !found.ContainsKey(pair.Key)).Select(pair => pair.Value.Id).ToHashSet();
        var residents = fresh.Select(group => group.Key).Concat(standing.Values.Where(e => gone.Contains(e.Id)).Select(e => e.ResidentId)).Distinct().Order();
        var added = 0;
        foreach (var batch in residents.Chunk(Batch))
            added += await WriteAsync(batch, fresh, gone, ct);
        return (added, gone.Count);
    }

    async Task<int> WriteAsync(
        Guid[] residents, ILookup<Guid, (FoundEvent Event, DateOnly Day)> fresh, HashSet<Guid> gone, CancellationToken ct)
    {
        var kept = (await db.LifeEvents.Where(e => residents.Contains(e.ResidentId)).ToListAsync(ct)).ToLookup(e => e.ResidentId);
        var added = 0;
        foreach (var resident in residents)
        {
            var sequence = kept[resident].Select(e => e.LastSequence).DefaultIfEmpty().Max();
            foreach (var one in kept[resident].Where(e => gone.Contains(e.Id)).OrderBy(e => e.Sequence))
                Withdraw(one, ++sequence);
            foreach (var (one, day) in fresh[resident].OrderBy(f => f.Day).ThenBy(f => f.Event.OccurredOn).ThenBy(f => f.Event.Kind))
            {
                var key = LifeEventKey.Of(one, feed);
                if (kept[resident].FirstOrDefault(e => e.WithdrawnAt is null && e.Key == key) is { } known)
                {
                    known.NoticeOn(day);
                    continue;
                }
                Add(LifeEvent.Of(one, feed, day, ++sequence, now));
                added++;
            }
        }
        _ = await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return added;
    }

    void Add(LifeEvent life)
    {
        _ = db.LifeEvents.Add(life);
        db.AddEvent(new LifeEventNoticed
        {
            EventId = Guid.CreateVersion7(now),
            OccurredAt = now,
            AggregateId = life.ResidentId,
            Sequence = life.Sequence,
            LifeEventId = life.Id,
            Kind = LifeEventWire.CodeOf(life.Kind),
            HouseholdId = life.HouseholdId,
            FromHouseholdId = life.FromHouseholdId,
        });
    }

    void Withdraw(LifeEvent life, long sequence)
    {
        life.Withdraw(sequence, now);
        db.AddEvent(new LifeEventWithdrawn
        {
            EventId = Guid.CreateVersion7(now),
            OccurredAt = now,
            AggregateId = life.ResidentId,
            Sequence = sequence,
            LifeEventId = life.Id,
            Kind = LifeEventWire.CodeOf(life.Kind),
        });
    }
}
