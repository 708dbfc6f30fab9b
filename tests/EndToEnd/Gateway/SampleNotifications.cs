using System.Globalization;
using Grpc.Core;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>
/// An inbox of three items; a watcher gets those after its cursor, then silence. Behind <see cref="LongCursor"/> lie many more, on which the
/// service dies again and again.
/// </summary>
public sealed class SampleNotifications(SampleJournal journal) : NotificationService.NotificationServiceBase
{
    public const string RefusedCursor = "x";
    public const int BreakingCursor = 9;
    public const int LongCursor = 1000;
    public const int LongCount = 500;

    // Items that one life of the service lasts for.
    const int Life = 37;

    public override async Task WatchInbox(WatchInboxRequest request, IServerStreamWriter<InboxItem> responseStream, ServerCallContext context)
    {
        if (request.After == RefusedCursor)
            throw new Refusal(RefusalKind.Invalid, "CURSOR_INVALID", "カーソルが正しくありません。");
        // A watcher learns that it watches before anything happens.
        var seen = request.After.Length == 0 ? 0 : int.Parse(request.After, CultureInfo.InvariantCulture);
        await context.WriteResponseHeadersAsync(request.After.Length == 0 ? new Metadata { { CursorHeader.Name, "0" } } : []);
        if (seen >= LongCursor)
            await WriteManyAsync(seen, responseStream, context);
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

    static async Task WriteManyAsync(int seen, IServerStreamWriter<InboxItem> responseStream, ServerCallContext context)
    {
        for (var i = seen + 1; i <= LongCursor + LongCount; i++)
        {
            await responseStream.WriteAsync(new InboxItem { ItemId = $"item-{i}", Cursor = $"{i}" }, context.CancellationToken);
            if (i % Life != 0)
                continue;
            // What was sent has a chance to arrive, or a reader would never come further.
            await Task.Delay(20, context.CancellationToken);
            context.GetHttpContext().Abort();
        }
    }
}
