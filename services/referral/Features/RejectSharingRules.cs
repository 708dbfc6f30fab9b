using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Rejects a proposal, or takes it back.</summary>
    public override Task<Wire.SharingRules> RejectSharingRules(RejectSharingRulesRequest request, ServerCallContext context)
    {
        var number = SharingWire.ParseVersion(request.Version);
        var reason = SharingWire.ParseReason(request.Reason);
        return ChangeAsync(request, context, (versions, by, now) =>
        {
            var version = Require(versions, number);
            version.Reject(by, reason, now);
            return version;
        });
    }
}
