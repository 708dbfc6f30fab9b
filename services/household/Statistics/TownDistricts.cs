using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Statistics;

/// <summary>In which 小学校区 the towns lay on a day, as it is known now.</summary>
static class TownDistricts
{
    /// <summary>小学校区 by town code, in the form of <see cref="TownCode"/>.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="catalog">The feeds.</param>
    /// <param name="at">The day, and what is known.</param>
    /// <param name="days">For each feed the day whose file answers.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        HouseholdDbContext db, FeedCatalog catalog, Perspective at, Func<string, DateOnly> days, CancellationToken ct)
    {
        var known = at.Known;
        var lists = catalog.All.Where(l => l.Kind == FeedKind.Areas).Select(l => l.FeedId).ToArray();
        var current = await db.Areas.AsNoTracking()
            .Where(a => lists.Contains(a.FeedId) && a.WithdrawnImportId == null)
            .Select(a => new TownRow(a.FeedId, a.TownCode, a.SchoolDistrict, a.ValidFrom, DateOnly.MaxValue))
            .ToListAsync(ct);
        var versions = await (
            from version in db.AreaVersions.AsNoTracking()
            join area in db.Areas.AsNoTracking() on version.AreaId equals area.Id
            where lists.Contains(area.FeedId) && version.KnownFrom <= known && known < version.KnownTo
            select new TownRow(area.FeedId, version.TownCode, version.SchoolDistrict, version.ValidFrom, version.ValidTo)).ToListAsync(ct);
        return current.Concat(versions)
            .Where(a => PastReading.Holds(a.ValidFrom, a.ValidTo, days(a.FeedId)))
            .OrderBy(a => a.FeedId, StringComparer.Ordinal)
            .DistinctBy(a => a.TownCode)
            .ToDictionary(a => a.TownCode, a => a.SchoolDistrict);
    }

    sealed record TownRow(string FeedId, string TownCode, string SchoolDistrict, DateOnly ValidFrom, DateOnly ValidTo);
}
