using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households;

/// <summary>Reads how records without a key came to the residents of a household.</summary>
static class LinkReading
{
    /// <summary>The record behind a fact, whichever state of it the fact tells.</summary>
    public static Guid RecordOf(InvolvementFact fact) => fact.Content switch
    {
        InvolvementRecord record => record.Id,
        InvolvementVersion version => version.InvolvementId,
        _ => throw new InvalidOperationException($"a fact of {fact.Content.GetType().Name} has no record"),
    };

    /// <summary>Asks for the links of those facts that come from feeds without a key.</summary>
    public static Question<PossibleLink> Ask(HouseholdDbContext db, IEnumerable<InvolvementFact> facts, FeedCatalog catalog)
    {
        Guid[] records = [.. facts.Where(f => catalog.Find(f.FeedId) is null or { Key: null }).Select(RecordOf).Distinct()];
        var links = db.Rows<PossibleLink>();
        return new($"select {links.Columns("l")} from possible_links l where l.involvement_id = any($1)", row => links.Read(row), records);
    }
}
