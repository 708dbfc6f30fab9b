using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Support;
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

    /// <summary>Every support household to which a member of the register household belongs on the day.</summary>
    public async Task<IReadOnlyList<SupportPicture>> OfMembersAsync(HouseholdReading household, CancellationToken ct)
    {
        var ids = household.Residents.Where(r => r.Content.Status == ResidentStatus.Current).Select(r => (Guid?)r.Id).ToArray();
        if (ids.Length == 0)
            return [];
        var (day, known) = (at.Day, at.Known);
        var households = await (
            from fact in db.SupportFacts.AsNoTracking()
            join version in db.SupportFactVersions.AsNoTracking() on fact.Id equals version.FactId
            where fact.Kind == SupportFactKind.Membership && ids.Contains(fact.ResidentId)
                && version.KnownFrom <= known && (version.KnownTo == null || known < version.KnownTo)
                && (version.Since == null || version.Since <= day) && (version.Until == null || day <= version.Until)
            select fact.HouseholdId).Distinct().ToArrayAsync(ct);
        if (households.Length == 0)
            return [];
        var pictures = await PicturesAsync(households, ct);
        // A membership may be among what this reader is not shown.
        return [.. pictures.Where(p => p.On(day).Any(f => f.Fact.Kind == SupportFactKind.Membership && ids.Contains(f.Fact.ResidentId)))];
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
