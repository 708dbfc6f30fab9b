using System.Globalization;
using Grpc.Core;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>An inbox of three items; a watcher gets those after its cursor, then silence.</summary>
public sealed class SampleNotifications(SampleJournal journal) : NotificationService.NotificationServiceBase
{
    public const string RefusedCursor = "x";
    public const int BreakingCursor = 9;

    public override async Task WatchInbox(WatchInboxRequest request, IServerStreamWriter<InboxItem> responseStream, ServerCallContext context)
    {
        if (request.After == RefusedCursor)
            throw new Refusal(RefusalKind.Invalid, "CURSOR_INVALID", "カーソルが正しくありません。");
        // A watcher learns that it watches before anything happens.
        await context.WriteResponseHeadersAsync([]);
        var seen = request.After.Length == 0 ? 0 : int.Parse(request.After, CultureInfo.InvariantCulture);
        for (var i = seen + 1; i <= 3; i++)
            await responseStream.WriteAsync(new InboxItem { ItemId = $"item-{i}", Cursor = $"{i}", Title = "つなぐシートが届きました" }, context.CancellationToken);
        if (seen == BreakingCursor)
            throw new Refusal(RefusalKind.Unavailable, "INBOX_UNAVAILABLE", "受信箱を読めません。");
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            journal.WatchEnded.TrySetResult();
            journal.WatchAfter(request.After).TrySetResult();
        }
    }
}
