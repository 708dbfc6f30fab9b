using Grpc.Core;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override Task<Wire.SupportFact> CorrectSupportFact(Wire.CorrectSupportFactRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wording = SupportParser.Wording(
            request.OutsidePerson, request.Membership, request.Tie, request.Since, request.Until, request.Source, Today);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var by = Author(context);
        return ChangeAsync(request, context, FieldParser.Uuid(request.FactId, "fact_id"), request.ExpectedVersion, (fact, standing, others) =>
        {
            var next = fact.Correct(standing, wording, by, reason);
            others.RequireRoom(wording);
            return next;
        });
    }
}
