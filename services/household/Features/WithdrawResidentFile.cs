using Grpc.Core;
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
    public override Task<Wire.ResidentFile> WithdrawResidentFile(Wire.WithdrawResidentFileRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (resident, id) = (FieldParser.Uuid(request.ResidentId, "resident_id"), FieldParser.Uuid(request.FileId, "file_id"));
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var file = await FindFileAsync(db, context, resident, id, ct);
            RequireOwn(context, file.AgencyId);
            Version.Require(request.ExpectedVersion, file.Version);
            file.Withdraw(context.GetCaller().Staff, reason, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            await db.ActAsAsync(FileStore.Principal, ct);
            await FileStore.ClearAsync(db, id, ct);
            return ResidentRecordWire.ToWire(file);
        });
    }
}
