using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Reads broken glass.</summary>
static class BrokenGlassQueries
{
    /// <summary>What was opened of an agency, and what its staff opened elsewhere.</summary>
    public static IQueryable<BrokenGlass> BrokenGlassOf(this ServiceDbContext db, AgencyId agency) =>
        db.Set<BrokenGlass>().AsNoTracking().Where(row => row.Owner == agency || row.Agency == agency);

    /// <summary>One, held until the transaction ends; null when there is none.</summary>
    public static async Task<BrokenGlass?> HoldBrokenGlassAsync(this ServiceDbContext db, Guid id, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"select from broken_glass where id = {id} for update", ct);
        return await db.Set<BrokenGlass>().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    /// <summary>Ends its grant if that still opens the record.</summary>
    public static async Task EndAccessAsync(this ServiceDbContext db, BrokenGlass glass, StaffId staff, DateTimeOffset now, CancellationToken ct)
    {
        // Whoever revokes it at the same moment comes before or after, and is no conflict.
        _ = await db.Database.ExecuteSqlAsync($"select from grants where id = {glass.GrantId} for update", ct);
        var grant = await db.Set<Grant>().SingleAsync(row => row.Id == glass.GrantId, ct);
        if (grant.StateAt(now) is GrantState.Live)
            grant.Revoke(staff, "", now);
    }

    /// <summary>In the order of their reviews, after a place in it.</summary>
    public static IOrderedQueryable<BrokenGlass> ByReview(this IQueryable<BrokenGlass> glass, ReviewKey? after)
    {
        if (after is { Reviewed: true } done)
            glass = glass.Where(row => row.ReviewedAt != null
                && EF.Functions.GreaterThan(ValueTuple.Create(row.ReviewDueOn, row.Id), ValueTuple.Create(done.DueOn, done.Id)));
        else if (after is { } waiting)
            glass = glass.Where(row => row.ReviewedAt != null
                || EF.Functions.GreaterThan(ValueTuple.Create(row.ReviewDueOn, row.Id), ValueTuple.Create(waiting.DueOn, waiting.Id)));
        return glass.OrderBy(row => row.ReviewedAt != null).ThenBy(row => row.ReviewDueOn).ThenBy(row => row.Id);
    }

    /// <summary>Newest first, after a place in that order.</summary>
    public static IOrderedQueryable<BrokenGlass> Newest(this IQueryable<BrokenGlass> glass, TimeKey? before)
    {
        if (before is { } key)
            glass = glass.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.OpenedAt, row.Id), ValueTuple.Create(key.At, key.Id)));
        return glass.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id);
    }
}
