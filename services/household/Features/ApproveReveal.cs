using Grpc.Core;
using Tsunagu.Households.Messaging;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.Reveal> ApproveReveal(Wire.ApproveRevealRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = RequireCity(context);
        var length = TimeSpan.FromMinutes(options.Value.RevealMinutes);
        return ChangeAsync(request, context, FieldParser.Uuid(request.RevealId, "reveal_id"), (reveal, mark, now) =>
        {
            reveal.Approve(caller.Staff, mark, now, length);
            return ProtectionEvents.Opened(reveal, caller, now);
        });
    }
}
