using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>送付: draft or returned → sent, by the sending agency.</summary>
    public override Task<Wire.Referral> SendReferral(SendReferralRequest request, ServerCallContext context)
    {
        var sheet = request.Content is null ? null : ReferralWire.ParseSheet(request.Content);
        var respondBy = FieldParser.TimeOrNull(request.RespondBy, "respond_by");
        return MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            (referral, by, now) => referral.Send(by, sheet, respondBy, now));
    }
}
