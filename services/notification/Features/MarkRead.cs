using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Notifications.V1;

namespace Tsunagu.Notifications;

public sealed partial class NotificationRpc
{
    /// <summary>Marks an item as read by the caller; colleagues still see it as new.</summary>
    public override Task<Wire.InboxItem> MarkRead(MarkReadRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var id = FieldParser.Uuid(request.ItemId, "item_id");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var item = await db.InboxOf(caller).SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw NotificationErrors.ItemNotFound();
            // Twice at the same moment is once.
            await db.Database.ExecuteSqlAsync(
                $"insert into inbox_reads (item_id, staff_id, at) values ({id}, {caller.Staff.Value}, {clock.GetUtcNow()}) on conflict do nothing", ct);
            return NotificationWire.From(item, read: true);
        });
    }
}
