using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;

namespace Tsunagu.Households;

/// <summary>
/// How life events met their persons: what was known of the person and of the others in the household on the day before an event was noticed. On that day a
/// death or a moving out has not yet ended what the person had.
/// </summary>
sealed class Circumstances
{
    readonly IReadOnlyDictionary<Guid, Resident> persons;
    readonly IReadOnlyDictionary<DateOnly, Eve> eves;

    Circumstances(IReadOnlyDictionary<Guid, Resident> persons, IReadOnlyDictionary<DateOnly, Eve> eves) => (this.persons, this.eves) = (persons, eves);

    /// <summary>Reads them for events: a few queries for each day on which one was noticed, however many events there are.</summary>
    /// <param name="db">Inside a transaction of whoever may read the register.</param>
    /// <param name="catalog">The feeds.</param>
    /// <param name="today">Day of Japan.</param>
    /// <param name="events">The events.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Circumstances> LoadAsync(
        HouseholdDbContext db, FeedCatalog catalog, DateOnly today, IReadOnlyCollection<LifeEvent> events, CancellationToken ct)
    {
        var ids = events.Select(life => life.ResidentId).Distinct().ToArray();
        var persons = ids.Length == 0 ? [] : await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var eves = new Dictionary<DateOnly, Eve>();
        foreach (var noticed in events.GroupBy(EveOf))
            eves[noticed.Key] = await EveAsync(db, catalog, Perspective.Of(noticed.Key, null, today), [.. noticed], ct);
        return new Circumstances(persons, eves);
    }

    /// <summary>The person of an event, of the age on the day on which it happened, and the others.</summary>
    /// <param name="life">One of the events that were read for.</param>
    public (FlagMember Person, IReadOnlyList<FlagMember> Others) Of(LifeEvent life)
    {
        var (day, (members, open)) = (EveOf(life), eves[EveOf(life)]);
        var person = persons[life.ResidentId];
        var home = members[HomeOf(life)].ToLookup(r => r.Id == person.Id);
        var then = Member(home[true].FirstOrDefault()?.Content ?? person, person.Id);
        return (then with { Age = PartialDate.AgeOn(person.BirthDate, life.OccurredOn) }, [.. home[false].Select(other => Member(other.Content, other.Id))]);

        FlagMember Member(ResidentContent content, Guid id) => FlagMember.Of(content, day, open[id]);
    }

    static async Task<Eve> EveAsync(
        HouseholdDbContext db, FeedCatalog catalog, Perspective at, IReadOnlyCollection<LifeEvent> events, CancellationToken ct)
    {
        var files = await FeedReadings.ReadAsync(db, [.. catalog.All.Select(l => l.FeedId)], at, ct);
        var past = new PastReading(db, at, files.ToDictionary(f => f.FeedId));
        var members = (await past.OfHouseholdsAsync([.. events.Select(HomeOf).Distinct()], ct)).Where(r => r.Content.Status == ResidentStatus.Current).ToList();
        var facts = await past.InvolvementAsync([.. members.Select(r => r.Id).Union(events.Select(life => life.ResidentId))], ct);
        return new Eve(
            members.ToLookup(r => r.Content.HouseholdId),
            facts.Where(fact => fact.Content.IsOpenOn(catalog.Find(fact.FeedId), at.Day))
                .ToLookup(fact => fact.ResidentId, fact => catalog.Find(fact.FeedId)?.Scheme ?? fact.FeedId));
    }

    static DateOnly EveOf(LifeEvent life) => life.NoticedOn.AddDays(-1);

    static Guid HomeOf(LifeEvent life) => life.FromHouseholdId ?? life.HouseholdId;

    // A day: current members by household, and the 制度 of everybody's records in force.
    sealed record Eve(ILookup<Guid, ResidentFact> Members, ILookup<Guid, string> Open);
}
