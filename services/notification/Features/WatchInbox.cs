using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Notifications;

public sealed partial class NotificationRpc
{
    const int WatchPage = 100;

    // A commit that was not heard, because the listening connection was down, is found this late at most.
    static readonly TimeSpan WatchPoll = TimeSpan.FromSeconds(15);

    /// <summary>Everything after a cursor, then live; ends with UNAVAILABLE when this process stops, and is resumed elsewhere.</summary>
    public override async Task WatchInbox(WatchInboxRequest request, IServerStreamWriter<InboxItem> responseStream, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var cursor = NotificationWire.ParseCursor(request.After);
        using var watcher = inboxes.Watch(caller.Agency);
        var after = cursor ?? await unit.ReadAsync(
            context, async (db, ct) => await db.InboxOf(caller).MaxAsync(row => (long?)row.Position, ct) ?? 0);
        // Tells the client that it is being watched for from here on.
        await context.WriteResponseHeadersAsync(new Metadata { { CursorHeader.Name, NotificationWire.Cursor(after) } });
        while (true)
        {
            var lines = await unit.ReadAsync(context, (db, ct) => db.ReadInboxAsync(caller, after, unreadOnly: false, WatchPage, ct));
            foreach (var line in lines)
            {
                await responseStream.WriteAsync(NotificationWire.From(line), context.CancellationToken);
                after = line.Item.Position;
            }

            if (lines.Count < WatchPage)
                await watcher.WaitAsync(WatchPoll, context.CancellationToken);
        }
    }
}
