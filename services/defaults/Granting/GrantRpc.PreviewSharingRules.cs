using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.ServiceDefaults.Wire;
using SharingChange = Tsunagu.ServiceDefaults.Sharing.SharingChange;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    // Grants are counted over all agencies, which nobody sees row by row.
    const string Previewing = "handler:preview-sharing";

    public override Task<PreviewSharingRulesResponse> PreviewSharingRules(PreviewSharingRulesRequest request, ServerCallContext context)
    {
        var startsOn = FieldParser.Date(request.StartsOn, "starts_on") ?? throw WireErrors.Field("starts_on", "必須項目です。");
        var rules = SharingRuleWire.Parse(request.Rules, startsOn);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            var at = JapanCalendar.StartOf(startsOn) is var start && start > now ? start : now;
            await db.ActAsAsync(Previewing, ct);
            var grants = await db.Set<Grant>()
                .Where(grant => grant.RevokedAt == null && grant.ExpiresAt > at)
                .GroupBy(grant => new { grant.Basis, grant.GranteeKind, grant.GranteeId })
                .Select(same => new { same.Key.Basis, same.Key.GranteeKind, same.Key.GranteeId, Count = same.Count() })
                .ToListAsync(ct);
            var changes = SharingChange.Between(
                grants.Select(one => (one.Basis, new Grantee(one.GranteeKind, one.GranteeId), one.Count)), directory.Current, rules, at);
            return new PreviewSharingRulesResponse { Changes = { changes.Select(SharingRuleWire.ToWire) } };
        });
    }
}
