using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>Where a file stands among the files of its feed, in the order of their data dates; of two of one day the one known later counts.</summary>
/// <param name="Window">Days for which the file speaks.</param>
/// <param name="Before">The file that spoke for its day until now; null for the earliest.</param>
/// <param name="After">The next file.</param>
/// <param name="LastKnown">When the feed told something last.</param>
sealed record SnapshotPlace(MergeWindow Window, FeedImport? Before, FeedImport? After, DateTimeOffset? LastKnown)
{
    /// <summary>The states of a file that told something.</summary>
    public static readonly ImportState[] Confirmed = [ImportState.Applied, ImportState.Unchanged];

    /// <summary>The file whose size this one is judged by.</summary>
    public FeedImport? Nearest => Before ?? After;

    public static async Task<SnapshotPlace> FindAsync(HouseholdDbContext db, FeedImport import, CancellationToken ct)
    {
        var known = db.Imports.AsNoTracking().Where(i => i.FeedId == import.FeedId && Confirmed.Contains(i.State));
        var before = await known.Where(i => i.DataDate <= import.DataDate)
            .OrderByDescending(i => i.DataDate)
            .ThenByDescending(i => i.FinishedAt)
            .FirstOrDefaultAsync(ct);
        var after = await known.Where(i => i.DataDate > import.DataDate)
            .OrderBy(i => i.DataDate)
            .ThenByDescending(i => i.FinishedAt)
            .FirstOrDefaultAsync(ct);
        var last = await known.MaxAsync(i => i.FinishedAt, ct);
        return new SnapshotPlace(new MergeWindow(import.DataDate, after?.DataDate, after?.Id), before, after, last);
    }

    /// <summary>
    /// When what the file tells becomes known: now, but after everything the feed told before, whose instants may come from another machine's clock.
    /// </summary>
    public DateTimeOffset KnownFrom(DateTimeOffset now)
    {
        var stored = now.Stored();
        return LastKnown is { } last && stored <= last ? last.AddMicroseconds(1) : stored;
    }
}
