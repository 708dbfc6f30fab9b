using Grpc.Core;

namespace Tsunagu.Notifications.Webhooks;

static partial class WebhookLog
{
    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId}, attempt {Attempt}: status {Status} {Reason}")]
    public static partial void NotDelivered(this ILogger log, Guid deliveryId, int attempt, int status, string? reason);

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} is put off: the address could not be read, {Status}")]
    public static partial void TargetUnknown(this ILogger log, Guid deliveryId, StatusCode status);

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} is left to the next claim: too little of its lease remains")]
    public static partial void LeaseTooShort(this ILogger log, Guid deliveryId);

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} ended after its lease was lost, or it was cancelled")]
    public static partial void LeaseLost(this ILogger log, Guid deliveryId);

    [LoggerMessage(LogLevel.Error, "The attempt at delivery {DeliveryId} broke off")]
    public static partial void AttemptFailed(this ILogger log, Guid deliveryId, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Deliveries could not be claimed and are tried again")]
    public static partial void RoundFailed(this ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The backlog of deliveries could not be measured: {Cause}")]
    public static partial void BacklogUnknown(this ILogger log, string cause);
}
