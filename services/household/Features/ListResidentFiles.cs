using Grpc.Core;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListResidentFilesResponse> ListResidentFiles(Wire.ListResidentFilesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var before = TimeKey.Parse(request.PageToken);
        return work.ReadAsync(context, async (db, ct) =>
        {
            var (page, next) = await PageAsync(db, context, Files, resident, before, size, ct);
            return new Wire.ListResidentFilesResponse { Files = { page }, NextPageToken = next };
        });
    }
}
