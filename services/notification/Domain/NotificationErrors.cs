using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>Every refusal of the notification area, by stable code.</summary>
public static class NotificationErrors
{
    /// <summary>Unknown, or in another inbox.</summary>
    public static Refusal ItemNotFound() =>
        new(RefusalKind.NotFound, "INBOX_ITEM_NOT_FOUND", "お知らせが見つかりません。");

    /// <summary>Unknown, or of another agency's subscription.</summary>
    public static Refusal DeliveryNotFound() =>
        new(RefusalKind.NotFound, "DELIVERY_NOT_FOUND", "配信が見つかりません。");

    /// <summary>Unknown, or another agency's.</summary>
    public static Refusal SubscriptionNotFound() =>
        new(RefusalKind.NotFound, "SUBSCRIPTION_NOT_FOUND", "通知先の登録が見つかりません。");

    /// <summary>Only a delivery that was given up is retried by hand.</summary>
    public static Refusal DeliveryNotFailed() =>
        new(RefusalKind.WrongState, "DELIVERY_NOT_FAILED", "失敗した配信だけを再送できます。");

    /// <summary>Not a cursor that was given out.</summary>
    public static Refusal CursorInvalid() => new(
        RefusalKind.Invalid, "CURSOR_INVALID", "after には前回受け取った cursor を指定してください。", [new FieldViolation("after", "形式が正しくありません。")]);
}
