using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>差戻し: received → returned, with what is missing.</summary>
    public override Task<Wire.Referral> ReturnReferral(ReturnReferralRequest request, ServerCallContext context)
    {
        var reason = ReferralWire.ParseReason(request.Reason);
        return MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Return(by, reason, now));
    }
}
