using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override async Task DownloadResidentFile(
        Wire.DownloadResidentFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        var (resident, id) = (FieldParser.Uuid(request.ResidentId, "resident_id"), FieldParser.Uuid(request.FileId, "file_id"));
        var left = 0L;
        var piece = await work.ReadAsync(context, async (db, ct) =>
        {
            var file = await FindAsync(db, context, Files, resident, id, ct);
            if (file.WithdrawnAt is not null)
                throw RecordErrors.FileNotFound();
            left = file.Bytes;
            return new HttpBody { ContentType = FileKinds.MediaType(file.Kind) };
        });
        for (var number = 0; left > 0; number++)
        {
            // Withdrawn on the way: what was sent must not be taken for the whole.
            var data = await store.ReadAsync(id, number, context.CancellationToken) ?? throw RecordErrors.FileNotFound();
            left -= data.Length;
            piece.Data = UnsafeByteOperations.UnsafeWrap(data);
            await responseStream.WriteAsync(piece, context.CancellationToken);
        }
    }
}
