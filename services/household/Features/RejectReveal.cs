using Grpc.Core;
using Tsunagu.Households.Messaging;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.Reveal> RejectReveal(Wire.RejectRevealRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = RequireCity(context);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        return ChangeAsync(request, context, FieldParser.Uuid(request.RevealId, "reveal_id"), (reveal, _, now) =>
        {
            reveal.Reject(caller.Staff, reason, now);
            return ProtectionEvents.Rejected(reveal, now);
        });
    }
}
