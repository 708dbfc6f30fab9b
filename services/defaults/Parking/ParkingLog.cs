using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Parking;

static partial class ParkingLog
{
    [LoggerMessage(LogLevel.Error, "{Endpoint} parked {EventType} {EventId}: {Cause}; an administrator replays or discards it")]
    public static partial void MessageParked(this ILogger log, string endpoint, string eventType, Guid eventId, string cause);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} parked {EventType} {EventId} behind what is parked of {Line}")]
    public static partial void ParkedBehind(this ILogger log, string endpoint, string eventType, Guid eventId, Guid line);

    [LoggerMessage(LogLevel.Error, "{Endpoint} holds a message that cannot be parked for the moment: {Cause}")]
    public static partial void ParkingWaits(this ILogger log, string endpoint, string cause);

    [LoggerMessage(LogLevel.Information, "{Endpoint} replayed {EventId}")]
    public static partial void Replayed(this ILogger log, string endpoint, Guid eventId);

    [LoggerMessage(LogLevel.Warning, "What is parked cannot be counted for the moment: {Cause}")]
    public static partial void ParkedUnknown(this ILogger log, string cause);
}
