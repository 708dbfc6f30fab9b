using Grpc.Core;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.Reveal> EndReveal(Wire.EndRevealRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(request, context, FieldParser.Uuid(request.RevealId, "reveal_id"), (reveal, _, now) =>
        {
            reveal.End(now);
            return null;
        });
    }
}
