using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;
using ImportState = Tsunagu.Households.Domain.ImportState;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    // Progress is written four times a second; asking as often shows every step from whichever replica is asked.
    static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);

    // A sender knows the id before the upload has begun and may watch from before its first byte.
    static readonly TimeSpan WatchPatience = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public override async Task WatchImport(WatchImportRequest request, IServerStreamWriter<Import> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        (ImportState State, int Rows, long Bytes)? sent = null;
        var import = await AwaitImportAsync(id, context);
        while (true)
        {
            var seen = (import.State, import.Rows, import.Bytes);
            if (seen != sent)
            {
                await responseStream.WriteAsync(import.ToWire(clock.GetUtcNow()), context.CancellationToken);
                sent = seen;
            }
            if (import.State != ImportState.Running)
                return;
            await Task.Delay(WatchInterval, context.CancellationToken);
            import = await FindImportAsync(id, context);
        }
    }

    async Task<FeedImport> AwaitImportAsync(Guid id, ServerCallContext context)
    {
        for (var waited = TimeSpan.Zero; waited < WatchPatience; waited += WatchInterval)
        {
            if (await work.ReadAsync(context, (db, ct) => db.Imports.AnyAsync(i => i.Id == id, ct)))
                break;
            await Task.Delay(WatchInterval, context.CancellationToken);
        }
        return await FindImportAsync(id, context);
    }
}
