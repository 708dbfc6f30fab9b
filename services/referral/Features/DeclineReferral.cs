using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>辞退: received → declined, with a reason.</summary>
    public override Task<Wire.Referral> DeclineReferral(DeclineReferralRequest request, ServerCallContext context)
    {
        var reason = ReferralWire.ParseReason(request.Reason);
        return MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Decline(by, reason, now));
    }
}
