using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households;

/// <summary>Reads how records without a key came to the residents of a household.</summary>
static class LinkReading
{
    public static IReadOnlyDictionary<(Guid Record, Guid Resident), PossibleLink> None { get; } = new Dictionary<(Guid, Guid), PossibleLink>();

    /// <summary>The record behind a fact, whichever state of it the fact tells.</summary>
    public static Guid RecordOf(InvolvementFact fact) => fact.Content switch
    {
        InvolvementRecord record => record.Id,
        InvolvementVersion version => version.InvolvementId,
        _ => throw new InvalidOperationException($"a fact of {fact.Content.GetType().Name} has no record"),
    };

    /// <summary>Asks the database only when a record of a feed without a key is among the facts.</summary>
    public static async Task<HouseholdReading> WithLinksAsync(HouseholdDbContext db, HouseholdReading reading, FeedCatalog catalog, CancellationToken ct)
    {
        var records = reading.Involvement.SelectMany(g => g)
            .Where(f => catalog.Find(f.FeedId) is null or { Key: null })
            .Select(RecordOf)
            .Distinct()
            .ToArray();
        if (records.Length == 0)
            return reading;
        var links = await db.PossibleLinks.AsNoTracking().Where(l => records.Contains(l.InvolvementId)).ToListAsync(ct);
        return reading with { Links = links.ToDictionary(l => (l.InvolvementId, l.ResidentId)) };
    }
}
