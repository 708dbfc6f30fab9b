using Grpc.Core;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override Task<Wire.ResidentFile> WithdrawResidentFile(Wire.WithdrawResidentFileRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (resident, id) = (FieldParser.Uuid(request.ResidentId, "resident_id"), FieldParser.Uuid(request.FileId, "file_id"));
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var left = await WithdrawAsync(db, context, Files, resident, id, request.ExpectedVersion, reason, ct);
            await db.ActAsAsync(FileStore.Principal, ct);
            await FileStore.ClearAsync(db, id, ct);
            return left;
        });
    }
}
