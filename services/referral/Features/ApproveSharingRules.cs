using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Puts a proposal of somebody else in force from its first day on.</summary>
    public override Task<Wire.SharingRules> ApproveSharingRules(ApproveSharingRulesRequest request, ServerCallContext context)
    {
        var number = RulesWire.ParseVersion(request.Version);
        return ChangeAsync(request, context, (versions, by, now) => versions.Approve(number, by, SharingErrors.Rules, now));
    }
}
