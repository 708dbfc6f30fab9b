using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
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
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var message = await db.ResidentMessages.SingleOrDefaultAsync(m => m.Id == id && m.ResidentId == resident, ct) ?? throw FileErrors.MessageNotFound();
            if (!Shows(context, await IsHiddenAsync(db, resident, ct), message.AgencyId, message.Visibility))
                throw FileErrors.MessageNotFound();
            RequireOwn(context, message.AgencyId);
            Version.Require(request.ExpectedVersion, message.Version);
            message.Withdraw(context.GetCaller().Staff, reason, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            return ResidentRecordWire.ToWire(message);
        });
    }
}
