using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Takes the row decision where a row is at hand, with the grants as they stand in the same transaction.</summary>
public static class RowGuard
{
    static readonly IReadOnlySet<Guid> NoMeetings = new HashSet<Guid>();

    /// <summary>
    /// Whether the caller may see the row. What a grant with items leaves out is taken from the answer on its way out. False: answer as if
    /// the row did not exist.
    /// </summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="context">The call.</param>
    /// <param name="row">The row.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> MaySeeAsync(this ServiceDbContext db, ServerCallContext context, RowFacts row, CancellationToken ct)
    {
        var (trail, caller) = (RowTrail.Of(context), context.GetCaller());
        var now = trail.Clock.GetUtcNow();
        var verdict = RowDecision.Decide(trail.Rule, caller, row, [], NoMeetings, trail.Directory.Current, now);
        // Most rows are the caller's own: grants are asked for when nothing else opens the row.
        if (!verdict.Shows && trail.Rule is Contracts.Options.V1.RowRule.OwnOrGranted)
        {
            var grants = await db.Set<Grant>().AsNoTracking()
                .Where(grant => grant.ResourceKind == row.Resource.Kind && grant.ResourceId == row.Resource.Id)
                .ToListAsync(ct);
            var meetings = grants.Exists(grant => grant.GranteeKind is GranteeKind.Meeting)
                ? await db.MeetingsOfAsync(caller.Agency, ct)
                : NoMeetings;
            verdict = RowDecision.Decide(trail.Rule, caller, row, grants, meetings, trail.Directory.Current, now);
        }

        trail.Verdict = verdict;
        return verdict.Shows;
    }
}
