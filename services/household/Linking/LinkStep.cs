using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Linking;

/// <summary>What linking adds to a merge.</summary>
static class LinkStep
{
    /// <summary>
    /// Keeps whom the rows of a feed without a key describe, gives rewritten records the links they had, and has everything linked anew once the merge is
    /// committed. The caller saves.
    /// </summary>
    public static async Task AfterMergeAsync(HouseholdDbContext db, FeedLayout layout, Guid import, DateTimeOffset now, CancellationToken ct)
    {
        if (layout is not ({ Kind: FeedKind.Residents } or { Kind: FeedKind.Involvement, Key: null }))
            return;
        if (layout.Person is not null)
            await LinkWriter.KeepAsync((NpgsqlConnection)db.Database.GetDbConnection(), import, layout.FeedId, ct);
        db.Schedule(LinkingJob.Name, layout.FeedId, now);
    }
}
