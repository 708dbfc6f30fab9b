using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Protections;

/// <summary>Residents whose whereabouts are hidden, for what staff record about them.</summary>
/// <param name="db">Context of the transaction.</param>
/// <param name="catalog">The feeds, among them the lists of measures.</param>
/// <param name="today">Day of Japan.</param>
sealed class HiddenResidents(HouseholdDbContext db, FeedCatalog catalog, DateOnly today)
{
    /// <summary>Those of these residents about whom agencies show each other nothing that they wrote.</summary>
    public async Task<IReadOnlySet<Guid>> AmongAsync(IEnumerable<Guid> residents, CancellationToken ct)
    {
        Guid[] ids = [.. residents.Distinct()];
        if (ids.Length == 0)
            return new HashSet<Guid>();
        var shield = await Shield.OfAsync(db, catalog, [.. ids.Select(id => (id, ""))], today, ct);
        return ids.Where(shield.Hides).ToHashSet();
    }
}
