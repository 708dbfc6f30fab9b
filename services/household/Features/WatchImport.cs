using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;
using ImportState = Tsunagu.Households.Domain.ImportState;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    // Progress is written four times a second; asking as often shows every step from whichever replica is asked.
    static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public override async Task WatchImport(WatchImportRequest request, IServerStreamWriter<Import> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        (ImportState State, int Rows, long Bytes)? sent = null;
        while (true)
        {
            var import = await FindImportAsync(id, context);
            var seen = (import.State, import.Rows, import.Bytes);
            if (seen != sent)
            {
                await responseStream.WriteAsync(import.ToWire(), context.CancellationToken);
                sent = seen;
            }
            if (import.State != ImportState.Running)
                return;
            await Task.Delay(WatchInterval, context.CancellationToken);
        }
    }
}
