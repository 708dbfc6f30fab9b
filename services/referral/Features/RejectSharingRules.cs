using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Rejects a proposal, or takes it back.</summary>
    public override Task<Wire.SharingRules> RejectSharingRules(RejectSharingRulesRequest request, ServerCallContext context)
    {
        var number = RulesWire.ParseVersion(request.Version);
        var reason = RulesWire.ParseReason(request.Reason);
        return ChangeAsync(request, context, (versions, by, now) => versions.Reject(number, by, reason, SharingErrors.Rules, now));
    }
}
