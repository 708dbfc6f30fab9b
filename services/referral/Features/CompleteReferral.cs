using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>完了: accepted → completed, with what came of it.</summary>
    public override Task<Wire.Referral> CompleteReferral(CompleteReferralRequest request, ServerCallContext context)
    {
        var outcome = ReferralWire.ParseOutcome(request.Outcome);
        return MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Complete(by, outcome, now));
    }
}
