using Grpc.Core;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override Task<Wire.SupportFact> EndSupportFact(Wire.EndSupportFactRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var until = FieldParser.Date(request.Until, "until") ?? throw WireErrors.Field("until", "必須項目です。");
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var by = Author(context);
        return ChangeAsync(
            request, context, FieldParser.Uuid(request.FactId, "fact_id"), request.ExpectedVersion,
            (fact, standing, _) => fact.End(standing, until, by, reason));
    }
}
