using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Households.Data;

/// <summary>Writes versions of a feed's definition.</summary>
static class FeedRevisions
{
    /// <summary>Row-level security lets definitions be written under this name alone.</summary>
    public const string Principal = "handler:feed-definitions";

    /// <summary>Whoever holds a feed alone decides what its next version is, until the transaction ends.</summary>
    /// <returns>The newest version there is; 0 for a new feed.</returns>
    public static async Task<int> HoldFeedAsync(this HouseholdDbContext db, string feedId, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({feedId}, {HouseholdLocks.FeedSeed}))", ct);
        return await db.FeedRevisions.Where(r => r.FeedId == feedId).MaxAsync(r => (int?)r.Version, ct) ?? 0;
    }

    /// <summary>Adds a version whose definition was found sound; the caller saves.</summary>
    public static FeedRevision AddRevision(
        this HouseholdDbContext db, FeedDefinition definition, int version, Caller? by, string note, DateTimeOffset now) =>
        db.FeedRevisions.Add(new FeedRevision
        {
            FeedId = definition.FeedId,
            Version = version,
            Document = FeedDocument.Of(definition),
            CreatedAt = now,
            StaffId = by?.Staff.Value ?? "",
            AgencyId = by?.Agency.Value ?? "",
            Note = note,
        }).Entity;
}
