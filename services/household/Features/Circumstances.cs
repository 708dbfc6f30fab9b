using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;

namespace Tsunagu.Households;

/// <summary>
/// How a life event met a person: what was known of the person and of the others in the household on the day before the event was noticed. On that day a
/// death or a moving out has not yet ended what the person had.
/// </summary>
sealed class Circumstances(HouseholdDbContext db, FeedCatalog catalog, DateOnly today)
{
    readonly Dictionary<(Guid Household, DateOnly Eve), Dictionary<Guid, FlagMember>> homes = [];
    readonly Dictionary<DateOnly, PastReading> readings = [];

    /// <summary>The person of an event, of the age on the day on which it happened, and the others.</summary>
    public async Task<(FlagMember Person, IReadOnlyList<FlagMember> Others)> OfAsync(LifeEvent life, CancellationToken ct)
    {
        var eve = life.NoticedOn.AddDays(-1);
        var home = await HomeAsync(life.FromHouseholdId ?? life.HouseholdId, eve, ct);
        var person = await db.Residents.AsNoTracking().SingleAsync(r => r.Id == life.ResidentId, ct);
        var member = home.TryGetValue(person.Id, out var then)
            ? then
            : Member(person, await OpenAsync([person.Id], eve, ct), person.Id, eve);
        return (member with { Age = AgeOn(person, life.OccurredOn) }, [.. home.Where(one => one.Key != person.Id).Select(one => one.Value)]);
    }

    async Task<Dictionary<Guid, FlagMember>> HomeAsync(Guid household, DateOnly eve, CancellationToken ct)
    {
        if (homes.TryGetValue((household, eve), out var known))
            return known;
        var members = (await (await PastAsync(eve, ct)).OfHouseholdAsync(household, ct)).Where(r => r.Content.Status == ResidentStatus.Current).ToList();
        var open = await OpenAsync([.. members.Select(r => r.Id)], eve, ct);
        return homes[(household, eve)] = members.ToDictionary(r => r.Id, r => Member(r.Content, open, r.Id, eve));
    }

    async Task<ILookup<Guid, string>> OpenAsync(Guid[] residents, DateOnly day, CancellationToken ct) =>
        (await (await PastAsync(day, ct)).InvolvementAsync(residents, ct))
            .Where(fact => IsOpen(fact, day))
            .ToLookup(fact => fact.ResidentId, fact => catalog.Find(fact.FeedId)?.Scheme ?? fact.FeedId);

    bool IsOpen(InvolvementFact fact, DateOnly day)
    {
        var record = fact.Content;
        var status = record.EndedStatus is { } ended ? Openness.StatusByEnd(record.EndDate, record.Status, ended, day) : record.Status;
        return Openness.IsOpen(record.StartDate, record.EndDate, status, catalog.Find(fact.FeedId)?.ClosedStatuses ?? [], day);
    }

    async Task<PastReading> PastAsync(DateOnly day, CancellationToken ct)
    {
        if (readings.TryGetValue(day, out var known))
            return known;
        var at = new Perspective(day, null, today);
        var files = await FeedReadings.ReadAsync(db, [.. catalog.All.Select(l => l.FeedId)], at, ct);
        return readings[day] = new PastReading(db, at, files.ToDictionary(f => f.FeedId));
    }

    static FlagMember Member(ResidentContent content, ILookup<Guid, string> open, Guid id, DateOnly day) => new(
        AgeOn(content, day), string.Join('-', content.RelationshipCodes), content.Nationality.Length > 0, content.Address, [.. open[id].Distinct()]);

    static int? AgeOn(ResidentContent content, DateOnly day) => PartialDate.Parse(content.BirthDate)?.AgeOn(day) is { } age and >= 0 ? age : null;
}
