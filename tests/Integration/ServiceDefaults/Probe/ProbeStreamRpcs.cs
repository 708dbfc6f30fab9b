using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A server stream: one item, then a refusal.</summary>
public sealed class ProbeInboxRpc : NotificationService.NotificationServiceBase
{
    public override async Task WatchInbox(WatchInboxRequest request, IServerStreamWriter<InboxItem> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new InboxItem { Cursor = context.GetCaller().Staff.Value }, context.CancellationToken);
        throw new Refusal(RefusalKind.Exhausted, "INBOX_TOO_LONG", "件数が多すぎます。");
    }
}

/// <summary>A client stream.</summary>
public sealed class ProbeImportRpc(UnitOfWork<ProbeDbContext> unitOfWork) : HouseholdService.HouseholdServiceBase
{
    public override async Task<Import> ImportFeed(IAsyncStreamReader<ImportFeedRequest> requestStream, ServerCallContext context)
    {
        await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
        {
        }

        var import = new Import { ImportId = context.GetCaller().Staff.Value };
        await unitOfWork.RunAsAsync("job:import", (db, ct) => db.RecordActAsync(context, import, ct), context.CancellationToken);
        return import;
    }
}
