using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Another version, without effect until somebody else approves it.</summary>
    public override Task<Wire.SharingRules> ProposeSharingRules(ProposeSharingRulesRequest request, ServerCallContext context)
    {
        var startsOn = RulesWire.ParseStart(request.StartsOn);
        var rules = request.Rules.Select(SharingWire.Parse).ToList();
        var reason = RulesWire.ParseReason(request.Reason);
        var basedOn = RulesWire.ParseVersion(request.BasedOn);
        return ChangeAsync(request, context, (versions, by, now) =>
            Domain.SharingRules.Propose(versions.Next(basedOn, startsOn, reason, by, now), rules));
    }
}
