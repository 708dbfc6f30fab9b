using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Ends an agreement at once.</summary>
    public override Task<Wire.Agreement> EndAgreement(EndAgreementRequest request, ServerCallContext context)
    {
        var reason = DirectoryWire.ParseReason(request.Reason);
        return ChangeAgreementAsync(
            request, DirectoryWire.ParseAgreement(request.AgreementId), request.ExpectedVersion, context, (agreement, now) => agreement.End(reason, now));
    }
}
