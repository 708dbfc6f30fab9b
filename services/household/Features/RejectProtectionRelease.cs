using Grpc.Core;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.ProtectionRelease> RejectProtectionRelease(Wire.RejectProtectionReleaseRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        return DecideAsync(
            request, context, FieldParser.Uuid(request.ReleaseId, "release_id"), (release, caller, now) => release.Reject(caller.Staff, reason, now));
    }
}
