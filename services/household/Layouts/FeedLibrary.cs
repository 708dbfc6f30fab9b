using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Layouts;

/// <summary>
/// The definitions that the database holds. Which versions are the newest is asked in the transaction that needs them, so that a revision holds from its
/// answer on, on every replica; a version never changes, so each is parsed once.
/// </summary>
sealed class FeedLibrary
{
    readonly ConcurrentDictionary<(string Feed, int Version), FeedLayout> parsed = new();
    FeedCatalog catalog = FeedCatalog.Empty;

    /// <summary>The newest version of every feed.</summary>
    public async Task<FeedCatalog> CurrentAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var newest = await db.FeedRevisions.GroupBy(r => r.FeedId).Select(g => new { FeedId = g.Key, Version = g.Max(r => r.Version) }).ToListAsync(ct);
        return await OfAsync(db, [.. newest.Select(n => (n.FeedId, n.Version))], ct);
    }

    /// <summary>The newest version of every feed, when the transaction has asked already which these are.</summary>
    public async Task<FeedCatalog> OfAsync(HouseholdDbContext db, IReadOnlyCollection<(string FeedId, int Version)> newest, CancellationToken ct)
    {
        var known = Volatile.Read(ref catalog);
        if (known.All.Count == newest.Count && newest.All(n => known.Find(n.FeedId)?.Version == n.Version))
            return known;
        var layouts = new List<FeedLayout>();
        foreach (var (feed, version) in newest)
            layouts.Add(await AtAsync(db, feed, version, ct));
        var current = new FeedCatalog(layouts);
        Volatile.Write(ref catalog, current);
        return current;
    }

    /// <summary>The newest version of a feed.</summary>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">FEED_UNKNOWN.</exception>
    public async Task<FeedLayout> RequireAsync(HouseholdDbContext db, string feedId, CancellationToken ct) =>
        (await CurrentAsync(db, ct)).Find(feedId) ?? throw HouseholdErrors.FeedUnknown();

    /// <summary>One version, which there must be.</summary>
    public async Task<FeedLayout> AtAsync(HouseholdDbContext db, string feedId, int version, CancellationToken ct)
    {
        if (parsed.TryGetValue((feedId, version), out var layout))
            return layout;
        var document = await db.FeedRevisions.Where(r => r.FeedId == feedId && r.Version == version).Select(r => r.Document).SingleAsync(ct);
        return parsed.GetOrAdd((feedId, version), FeedDocument.Layout(document, version));
    }
}
