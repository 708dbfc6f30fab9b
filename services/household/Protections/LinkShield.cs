using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Protections;

/// <summary>Whose whereabouts link candidates would tell: those of the residents, and those that a record about any of them describes.</summary>
/// <param name="Residents">The residents, and everybody else whom the records may be about.</param>
/// <param name="Records">Records that may be about somebody hidden.</param>
sealed record LinkShield(Shield Residents, IReadOnlySet<Guid> Records)
{
    public static async Task<LinkShield> OfAsync(
        HouseholdDbContext db, FeedCatalog catalog, IReadOnlyCollection<LinkRow> rows, DateOnly today, CancellationToken ct)
    {
        var records = rows.Select(r => r.Record.Id).Distinct().ToArray();
        var pairs = await db.PossibleLinks.AsNoTracking()
            .Where(l => records.Contains(l.InvolvementId))
            .Select(l => new { l.InvolvementId, l.ResidentId })
            .ToListAsync(ct);
        var towns = rows.Select(r => (r.Resident.Id, r.Resident.TownCode)).Concat(pairs.Select(p => (p.ResidentId, ""))).ToList();
        var shield = await Shield.OfAsync(db, catalog, towns, today, ct);
        return new LinkShield(shield, pairs.Where(p => shield.Hides(p.ResidentId)).Select(p => p.InvolvementId).ToHashSet());
    }
}
