using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Makes what is kept of some days of a feed equal to what its files show now, and tells of every difference, in the order of each resident's numbers. What other
/// days showed is left alone. Done twice it does nothing the second time. The caller holds the lock of life events.
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
        var standing = await StandingAsync([.. shown.Keys], ages, ct);
        var found = new Dictionary<(LifeEventKey Key, DateOnly Day), FoundEvent>();
        foreach (var (day, events) in shown)
        {
            foreach (var one in events)
                _ = found.TryAdd((LifeEventKey.Of(one, feed), day), one);
        }
        var fresh = found.Where(pair => !standing.ContainsKey(pair.Key)).ToLookup(pair => pair.Value.ResidentId, pair => (pair.Value, pair.Key.Day));
        var gone = standing.Where(pair => !found.ContainsKey(pair.Key)).ToLookup(pair => pair.Key.Key.ResidentId, pair => pair.Value);
        var (added, withdrawn) = (0, 0);
        foreach (var batch in fresh.Select(group => group.Key).Union(gone.Select(group => group.Key)).Order().Chunk(Batch))
        {
            var (more, fewer) = await WriteAsync(batch, fresh, gone, ct);
            (added, withdrawn) = (added + more, withdrawn + fewer);
        }
        return (added, withdrawn);
    }

    // Ids of what was noticed on these days and stands.
    async Task<Dictionary<(LifeEventKey Key, DateOnly Day), Guid>> StandingAsync(DateOnly[] days, IReadOnlyCollection<int> ages, CancellationToken ct) =>
        (await db.LifeEvents.AsNoTracking()
            .Where(e => e.FeedId == feed && days.Contains(e.NoticedOn) && e.WithdrawnAt == null)
            .ToListAsync(ct))
        .Where(e => e.Age is not { } age || ages.Contains(age))
        .ToDictionary(e => (e.Key, e.NoticedOn), e => e.Id);

    async Task<(int New, int Withdrawn)> WriteAsync(
        Guid[] residents, ILookup<Guid, (FoundEvent Event, DateOnly Day)> fresh, ILookup<Guid, Guid> gone, CancellationToken ct)
    {
        var kept = (await db.LifeEvents.Where(e => residents.Contains(e.ResidentId)).ToListAsync(ct)).ToLookup(e => e.ResidentId);
        var (added, withdrawn) = (0, 0);
        foreach (var resident in residents)
        {
            var sequence = kept[resident].Select(e => e.LastSequence).DefaultIfEmpty().Max();
            var ids = gone[resident].ToHashSet();
            var lost = kept[resident].Where(e => ids.Contains(e.Id)).OrderBy(e => e.Sequence).ToList();
            var more = WithoutMoved(fresh[resident], lost);
            foreach (var one in lost)
                Withdraw(one, ++sequence);
            foreach (var (one, day) in more)
                Add(LifeEvent.Of(one, feed, day, ++sequence, now));
            (added, withdrawn) = (added + more.Count, withdrawn + lost.Count);
        }
        _ = await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return (added, withdrawn);
    }

    // What one day shows no more and another does is the same event, noticed by another file.
    List<(FoundEvent Event, DateOnly Day)> WithoutMoved(IEnumerable<(FoundEvent Event, DateOnly Day)> fresh, List<LifeEvent> lost)
    {
        var more = new List<(FoundEvent Event, DateOnly Day)>();
        foreach (var (one, day) in fresh.OrderBy(f => f.Day).ThenBy(f => f.Event.OccurredOn).ThenBy(f => f.Event.Kind))
        {
            var key = LifeEventKey.Of(one, feed);
            if (lost.Find(e => e.Key == key) is { } moved)
            {
                moved.NoticeOn(day);
                _ = lost.Remove(moved);
            }
            else
                more.Add((one, day));
        }
        return more;
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
