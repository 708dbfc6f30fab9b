namespace Tsunagu.Households.Protections;

/// <summary>Which stretches of protection hide: all but those of which an approved release names exactly what they are and who told them.</summary>
static class HidingSql
{
    /// <summary>
    /// Rows of <c>protections</c> as a source of a query. A release never takes a lock against lists: what a list tells afterwards has another identity and is
    /// lifted by no release of before, whichever of the two commits first.
    /// </summary>
    public const string Spans =
        """
        (select p.feed_id, p.resident_number, p.start_date, p.end_date, p.told_by, p.listed
         from protections p
         where not exists (
           select from released_spans l
           where l.approved and l.resident_number = p.resident_number and l.feed_id = p.feed_id and l.told_by = p.told_by
             and l.start_date is not distinct from p.start_date and l.end_date is not distinct from p.end_date))
        """;
}
