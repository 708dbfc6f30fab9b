using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households.Support;

/// <summary>
/// What stands in a support household, as somebody who writes is shown it. A change is judged among these alone: a refusal by anything else would tell of it.
/// </summary>
/// <param name="Reader">Whoever writes.</param>
/// <param name="Facts">Those shown.</param>
sealed record StandingFacts(SupportReader Reader, IReadOnlyList<KnownFact> Facts)
{
    /// <summary>Whoever holds a support household alone decides what is added to it, until the transaction ends.</summary>
    /// <param name="db">Inside a transaction of the caller: the program that records sees nobody's measures.</param>
    /// <param name="hiding">Tells whose whereabouts are hidden.</param>
    /// <param name="household">The household.</param>
    /// <param name="agency">Agency of the caller.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<StandingFacts> HoldAsync(HouseholdDbContext db, HiddenResidents hiding, Guid household, AgencyId agency, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({household.ToString()}, {HouseholdLocks.SupportSeed}))", ct);
        var reader = new SupportReader(agency, (await SupportReading.HiddenAsync(db, hiding, [household], ct)).Count > 0);
        var rows = await (
            from fact in db.SupportFacts.AsNoTracking()
            join version in db.SupportFactVersions.AsNoTracking() on fact.Id equals version.FactId
            where fact.HouseholdId == household && version.KnownTo == null
            select new { Fact = fact, Version = version }).ToListAsync(ct);
        return new StandingFacts(reader, [.. rows.Select(row => reader.Read(row.Fact, row.Version)).OfType<KnownFact>()]);
    }

    /// <summary>The same without one of the facts.</summary>
    public StandingFacts Without(Guid fact) => this with { Facts = [.. Facts.Where(f => f.Fact.Id != fact)] };

    /// <summary>True while one of them is about the person.</summary>
    public bool Mention(PersonRef person) => Facts.Any(f => f.Wording.Content.About.Contains(person));

    /// <summary>Refuses a wording that says what one of them says already for some of the same days.</summary>
    /// <exception cref="Refusal">SUPPORT_FACT_OVERLAPS.</exception>
    public void RequireRoom(SupportWording wording) => wording.RequireRoom(Facts.Select(f => f.Wording));

    /// <summary>Refuses people outside the register whom none of them describes.</summary>
    /// <exception cref="Refusal">FIELD_INVALID.</exception>
    public void RequireKnown(SupportWording wording)
    {
        var known = Facts.Where(f => f.Fact.Kind == SupportFactKind.OutsidePerson).Select(f => f.Fact.Id).ToHashSet();
        if (wording.Content.About.Any(person => !person.Registered && !known.Contains(person.Id)))
            throw WireErrors.Field("person_id", "この支援世帯に記録されていない人です。");
    }
}
