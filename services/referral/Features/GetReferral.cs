using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>The whole sheet, for the two agencies it concerns.</summary>
    public override Task<Wire.Referral> GetReferral(GetReferralRequest request, ServerCallContext context)
    {
        var id = ReferralWire.ParseId(request.ReferralId);
        var caller = context.GetCaller();
        return unit.ReadAsync(context, async (db, ct) => ReferralWire.From(await FindAsync(db, id, caller, ct), Now()));
    }
}
