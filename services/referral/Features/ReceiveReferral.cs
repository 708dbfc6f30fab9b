using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>受領: sent → received, by the receiving agency.</summary>
    public override Task<Wire.Referral> ReceiveReferral(ReceiveReferralRequest request, ServerCallContext context) =>
        MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Receive(by, now));
}
