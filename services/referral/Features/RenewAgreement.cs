using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Lengthens an agreement, and may change what it covers.</summary>
    public override Task<Wire.Agreement> RenewAgreement(RenewAgreementRequest request, ServerCallContext context)
    {
        var endsOn = DirectoryWire.ParseDay(request.EndsOn, "ends_on");
        var scopes = request.Scopes.Count > 0 ? DirectoryWire.ParseScopes(request.Scopes) : null;
        return ChangeAgreementAsync(
            request, DirectoryWire.ParseAgreement(request.AgreementId), request.ExpectedVersion, context,
            (agreement, now) => agreement.Renew(endsOn, scopes, now));
    }
}
