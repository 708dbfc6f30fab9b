using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Puts a proposal of somebody else in force from its first day on.</summary>
    public override Task<Wire.SharingRules> ApproveSharingRules(ApproveSharingRulesRequest request, ServerCallContext context)
    {
        var number = SharingWire.ParseVersion(request.Version);
        return ChangeAsync(request, context, (versions, by, now) =>
        {
            var version = Require(versions, number);
            version.Approve(by, Newest(versions), now);
            return version;
        });
    }
}
