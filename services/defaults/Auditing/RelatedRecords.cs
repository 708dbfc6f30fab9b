using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>The cases and consultations that acts name together with a record.</summary>
static class RelatedRecords
{
    /// <summary>Most that are told.</summary>
    public const int Most = 1000;

    /// <summary>As <c>kind:id</c>, each once, those of the latest acts first.</summary>
    /// <param name="db">Context of a transaction.</param>
    /// <param name="record">The record, as <c>kind:id</c>.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<List<string>> OfAsync(ServiceDbContext db, string record, CancellationToken ct)
    {
        string[] named = [record];
        // A refused call names what its caller made up.
        return db.Database.SqlQuery<string>(
            $"""
            select related as "Value"
            from audit_log, unnest(subjects) as related
            where subjects @> {named} and outcome in ({AuditLeaf.Ok}, {AuditLeaf.Repeated})
              and (starts_with(related, 'case:') or starts_with(related, 'consultation:'))
            group by related
            order by max(sequence) desc
            limit {Most}
            """).ToListAsync(ct);
    }
}
