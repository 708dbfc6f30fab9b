using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Messaging;

static partial class MessagingLog
{
    [LoggerMessage(LogLevel.Error, "{Endpoint} failed to handle {EventType} {EventId}")]
    public static partial void HandlingFailed(this ILogger log, string endpoint, string eventType, Guid eventId, Exception exception);

    [LoggerMessage(LogLevel.Debug, "{Endpoint} had taken in {EventId} before")]
    public static partial void RepeatDropped(this ILogger log, string endpoint, Guid eventId);

    [LoggerMessage(LogLevel.Warning, "{Endpoint}: {AggregateId} came to {Sequence}, and numbers before it had not come")]
    public static partial void SequenceGap(this ILogger log, string endpoint, Guid aggregateId, long sequence);

    [LoggerMessage(LogLevel.Warning, "Event {EventId} of {AggregateId} waits in the outbox: {Cause}")]
    public static partial void PublishFailed(this ILogger log, Guid eventId, Guid aggregateId, string cause);

    [LoggerMessage(LogLevel.Warning, "The outbox round failed and is tried again in {Delay}")]
    public static partial void RoundFailed(this ILogger log, TimeSpan delay, Exception exception);

    [LoggerMessage(LogLevel.Debug, "{Rows} rows of {Table} were past their time")]
    public static partial void Cleaned(this ILogger log, string table, long rows);
}
