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
    /// committed. A feed that has got a key gives its links up. The caller saves.
    /// </summary>
    public static async Task AfterMergeAsync(HouseholdDbContext db, FeedLayout layout, Guid import, DateTimeOffset now, CancellationToken ct)
    {
        var links = new LinkWriter((NpgsqlConnection)db.Database.GetDbConnection(), now);
        if (layout is { Kind: FeedKind.Involvement, Key: not null })
        {
            await links.ForgetAsync(layout.FeedId, ct);
            return;
        }

        if (layout.Kind is not (FeedKind.Residents or FeedKind.Involvement))
            return;
        if (layout.Person is not null)
            await links.KeepAsync(import, layout.FeedId, ct);
        db.Schedule(LinkingJob.Name, layout.FeedId, now);
    }
}
