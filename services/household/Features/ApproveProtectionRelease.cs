using Grpc.Core;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.ProtectionRelease> ApproveProtectionRelease(Wire.ApproveProtectionReleaseRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DecideAsync(
            request, context, FieldParser.Uuid(request.ReleaseId, "release_id"), (release, caller, now) => release.Approve(caller.Staff, now));
    }
}
