using Grpc.Core;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override Task<Wire.ResidentMessage> WithdrawResidentMessage(Wire.WithdrawResidentMessageRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (resident, id) = (FieldParser.Uuid(request.ResidentId, "resident_id"), FieldParser.Uuid(request.MessageId, "message_id"));
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        return work.WriteAsync(
            request, context, (db, ct) => WithdrawAsync(db, context, Messages, resident, id, request.ExpectedVersion, reason, ct));
    }
}
