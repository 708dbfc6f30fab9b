using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Documents;

/// <summary>
/// A document that staff edit. Which version counts is asked in the transaction that needs it, by its number alone; a version never changes, so each is read and
/// parsed once.
/// </summary>
/// <typeparam name="TDocument">The document.</typeparam>
sealed class VersionedDocument<TDocument>
    where TDocument : IDocument<TDocument>
{
    readonly ConcurrentDictionary<int, TDocument> parsed = new();

    /// <summary>The version in force.</summary>
    public static Task<DocumentVersion<TDocument>> InForceAsync(HouseholdDbContext db, CancellationToken ct) =>
        Versions(db).OrderByDescending(v => v.Version).FirstAsync(ct);

    /// <summary>A version by its number, or the one in force when there is no number; null when there is no such version.</summary>
    public static async Task<DocumentVersion<TDocument>?> FindAsync(HouseholdDbContext db, string version, CancellationToken ct)
    {
        if (version.Length == 0)
            return await InForceAsync(db, ct);
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await Versions(db).SingleOrDefaultAsync(v => v.Version == number, ct)
            : null;
    }

    /// <summary>Puts a document in force, and saves. Of two who do so at once the second finds the number taken, and its work is stale.</summary>
    /// <exception cref="Refusal">VERSION_STALE when another version is in force than the one that was read.</exception>
    public static async Task<DocumentVersion<TDocument>> ReviseAsync(
        HouseholdDbContext db, string expectedVersion, TDocument document, string reason, Caller by, DateTimeOffset now, CancellationToken ct)
    {
        var before = await Versions(db).MaxAsync(v => v.Version, ct);
        if (expectedVersion != before.ToString(CultureInfo.InvariantCulture))
            throw DataErrors.Stale();
        var after = new DocumentVersion<TDocument>
        {
            Version = before + 1,
            Document = document.ToJson(),
            ChangedAt = now.Stored(),
            StaffId = by.Staff.Value,
            Reason = reason,
        };
        _ = db.Add(after);
        _ = await db.SaveChangesAsync(ct);
        return after;
    }

    /// <summary>Asks for the number of the version that was in force at an instant; before the first, that one's.</summary>
    public static Question<int> AskAt(HouseholdDbContext db, DateTimeOffset known)
    {
        var table = DocumentTable.Of<TDocument>(db);
        return new(
            $"select coalesce((select max(version) from {table} where changed_at <= $1), (select min(version) from {table}))", row => row.GetInt32(0), known);
    }

    /// <summary>The document in force.</summary>
    public async Task<TDocument> ReadAsync(HouseholdDbContext db, CancellationToken ct) => await ReadAsync(db, await Versions(db).MaxAsync(v => v.Version, ct), ct);

    /// <summary>The document of a version, which there must be.</summary>
    public async Task<TDocument> ReadAsync(HouseholdDbContext db, int version, CancellationToken ct) =>
        parsed.TryGetValue(version, out var document)
            ? document
            : parsed.GetOrAdd(version, TDocument.Parse(await Versions(db).Where(v => v.Version == version).Select(v => v.Document).SingleAsync(ct)));

    static IQueryable<DocumentVersion<TDocument>> Versions(HouseholdDbContext db) => db.Set<DocumentVersion<TDocument>>().AsNoTracking();
}
