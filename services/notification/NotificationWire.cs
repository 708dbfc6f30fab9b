using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Wire = Tsunagu.Contracts.Notifications.V1;

namespace Tsunagu.Notifications;

/// <summary>Between the contract and the domain.</summary>
static class NotificationWire
{
    public static string Cursor(long position) => position.ToString(CultureInfo.InvariantCulture);

    /// <summary>Position to read after; null when no cursor was given.</summary>
    public static long? ParseCursor(string cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw NotificationErrors.CursorInvalid();
    }

    public static Wire.InboxItem From(InboxLine line) => From(line.Item, line.Read);

    public static Wire.InboxItem From(InboxItem item, bool read) => new()
    {
        ItemId = item.Id.ToString(),
        Type = item.Kind.Code(),
        SubjectType = item.Kind.SubjectType(),
        SubjectId = item.SubjectId.ToString(),
        AgencyId = item.Agency.Value,
        StaffId = item.Staff?.Value ?? "",
        OccurredAt = item.OccurredAt.ToTimestamp(),
        Read = read,
        Cursor = Cursor(item.Position),
        Title = item.Kind.Title(),
        Service = item.Service ?? "",
    };

    public static Wire.Delivery From(Delivery delivery) => new()
    {
        DeliveryId = delivery.Id.ToString(),
        SubscriptionId = delivery.SubscriptionId.ToString(),
        EventId = delivery.EventId.ToString(),
        ReferralId = delivery.ReferralId.ToString(),
        Sequence = delivery.Sequence,
        State = From(delivery.State),
        Attempts = delivery.Attempts,
        LastStatus = delivery.LastStatus,
        NextAttemptAt = delivery.State is DeliveryState.Pending ? delivery.NextAttemptAt.ToTimestamp() : null,
        DeliveredAt = delivery.DeliveredAt?.ToTimestamp(),
    };

    static Wire.DeliveryState From(DeliveryState state) => state switch
    {
        DeliveryState.Pending => Wire.DeliveryState.Pending,
        DeliveryState.Delivered => Wire.DeliveryState.Delivered,
        DeliveryState.Failed => Wire.DeliveryState.Failed,
        DeliveryState.Cancelled => Wire.DeliveryState.Cancelled,
    };
}
