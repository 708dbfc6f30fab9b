using Grpc.Core;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Notifications;

public sealed partial class NotificationRpc
{
    const int InboxDefault = 50;
    const int InboxMax = 200;

    /// <summary>Items of the caller and of the caller's agency, oldest first.</summary>
    public override async Task<ListInboxResponse> ListInbox(ListInboxRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var after = NotificationWire.ParseCursor(request.After) ?? 0;
        var size = FieldParser.PageSize(request.PageSize, InboxDefault, InboxMax);
        var lines = await unit.ReadAsync(context, (db, ct) => db.ReadInboxAsync(caller, after, request.UnreadOnly, size, ct));
        return new ListInboxResponse
        {
            Items = { lines.Select(NotificationWire.From) },
            NextCursor = lines.Count > 0 ? NotificationWire.Cursor(lines[^1].Item.Position) : request.After,
        };
    }
}
