using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>受理: received → accepted, by the receiving agency.</summary>
    public override Task<Wire.Referral> AcceptReferral(AcceptReferralRequest request, ServerCallContext context) =>
        MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Accept(by, now));
}
