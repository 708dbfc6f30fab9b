using Grpc.Core;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override Task<Wire.SupportFact> WithdrawSupportFact(Wire.WithdrawSupportFactRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var by = Author(context);
        return ChangeAsync(request, context, FieldParser.Uuid(request.FactId, "fact_id"), request.ExpectedVersion, (fact, standing, others) =>
        {
            if (others.Mention(new PersonRef(fact.Id, Registered: false)))
                throw SupportErrors.PersonNamed();
            fact.Withdraw(standing, by, reason);
            return null;
        });
    }
}
