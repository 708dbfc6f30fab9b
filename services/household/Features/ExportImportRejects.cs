using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task ExportImportRejects(
        ExportImportRejectsRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        ImportRun? run = null;
        var piece = await work.ReadAsync(context, async (db, ct) =>
        {
            var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw HouseholdErrors.ImportNotFound();
            // Kept files are nobody's but the import's: whoever may see rows of them was decided above, by the contract.
            await db.ActAsAsync(ImportRunner.Principal, ct);
            if (await db.KeptFiles.AsNoTracking().SingleOrDefaultAsync(f => f.FeedId == import.FeedId && f.Sha256 == import.Sha256, ct) is { } copy)
                run = new ImportRun(id, await feeds.AtAsync(db, import.FeedId, import.LayoutVersion, ct)) { Copy = copy };
            return new HttpBody { ContentType = RejectExport.MediaType };
        });
        await foreach (var lines in new RejectExport(work, id).PiecesAsync(run, context.CancellationToken))
        {
            piece.Data = ByteString.CopyFromUtf8(lines);
            await responseStream.WriteAsync(piece, context.CancellationToken);
        }
    }
}
