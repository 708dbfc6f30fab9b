using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>Reads support households for somebody: what was true on a day, as it was known at an instant.</summary>
/// <param name="db">Context of the transaction.</param>
/// <param name="at">From where the read looks.</param>
/// <param name="past">Reads residents of another day or knowledge; null when the read is about now.</param>
/// <param name="reader">Agency of whoever reads.</param>
/// <param name="hiding">Tells whose whereabouts are hidden.</param>
sealed class SupportReading(HouseholdDbContext db, Perspective at, PastReading? past, AgencyId reader, HiddenResidents hiding)
{
    /// <summary>
    /// Those of these support households that ever named somebody whose whereabouts are hidden. The address of a sister, or who lives with whom, tells as much as
    /// a fact that names the person.
    /// </summary>
    public static async Task<IReadOnlySet<Guid>> HiddenAsync(HouseholdDbContext db, HiddenResidents hiding, Guid[] households, CancellationToken ct)
    {
        var facts = await db.SupportFacts.AsNoTracking().Where(f => households.Contains(f.HouseholdId)).ToListAsync(ct);
        var hidden = await hiding.AmongAsync(facts.SelectMany(ResidentsOf), ct);
        return facts.Where(f => ResidentsOf(f).Any(hidden.Contains)).Select(f => f.HouseholdId).ToHashSet();
    }

    static IEnumerable<Guid> ResidentsOf(SupportFact fact) => new[] { fact.ResidentId, fact.OtherResidentId }.OfType<Guid>();

    /// <summary>Asks for every support household to which one of these residents belongs on the day.</summary>
    public static Question<Guid> AskOf(Guid[] members, Perspective at) => new(
        """
        select distinct f.household_id
        from support_facts f join support_fact_versions v on v.fact_id = f.id
        where f.kind = 'Membership' and f.resident_id = any($1) and v.known_from <= $2 and (v.known_to is null or $2 < v.known_to)
          and (v.since is null or v.since <= $3) and (v.until is null or $3 <= v.until)
        """,
        row => row.GetGuid(0),
        members,
        at.Known,
        at.Day);

    /// <summary>Those of these support households to which, as far as this reader is shown, one of the residents belongs on the day.</summary>
    public async Task<IReadOnlyList<SupportPicture>> OfMembersAsync(Guid[] households, Guid[] members, CancellationToken ct)
    {
        if (households.Length == 0)
            return [];
        var pictures = await PicturesAsync(households, ct);
        return [.. pictures.Where(p => p.On(at.Day).Any(f => f.Fact.Kind == SupportFactKind.Membership && members.Contains(f.Fact.ResidentId.GetValueOrDefault())))];
    }

    /// <summary>The support household; null when there is none, or none was known.</summary>
    public async Task<SupportPicture?> OfHouseholdAsync(Guid id, CancellationToken ct)
    {
        var known = at.Known;
        return await db.SupportHouseholds.AnyAsync(h => h.Id == id && h.CreatedAt <= known, ct)
            ? (await PicturesAsync([id], ct)).SingleOrDefault() ?? new SupportPicture(id, [], new Dictionary<Guid, ResidentFact>())
            : null;
    }

    async Task<IReadOnlyList<SupportPicture>> PicturesAsync(Guid[] households, CancellationToken ct)
    {
        var known = at.Known;
        var rows = await (
            from fact in db.SupportFacts.AsNoTracking()
            join version in db.SupportFactVersions.AsNoTracking() on fact.Id equals version.FactId
            where households.Contains(fact.HouseholdId) && version.KnownFrom <= known && (version.KnownTo == null || known < version.KnownTo)
            orderby fact.HouseholdId, fact.Id
            select new { Fact = fact, Version = version }).ToListAsync(ct);
        var hidden = await HiddenAsync(db, hiding, households, ct);
        var facts = rows.Select(row => new SupportReader(reader, hidden.Contains(row.Fact.HouseholdId)).Read(row.Fact, row.Version)).OfType<KnownFact>().ToList();
        var residents = (await ResidentsAsync([.. facts.SelectMany(f => ResidentsOf(f.Fact)).Distinct()], ct)).ToDictionary(r => r.Id);
        return [.. facts.GroupBy(f => f.Fact.HouseholdId).Select(g => new SupportPicture(g.Key, [.. g], residents))];
    }

    async Task<IReadOnlyList<ResidentFact>> ResidentsAsync(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        if (past is not null)
            return await past.ResidentsAsync(ids, ct);
        var rows = await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        return [.. rows.Select(r => new ResidentFact(r.Id, r.Number, r, ""))];
    }
}
