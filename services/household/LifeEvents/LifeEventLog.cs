namespace Tsunagu.Households.LifeEvents;

/// <summary>Log messages of life events: counts alone.</summary>
static partial class LifeEventLog
{
    [LoggerMessage(LogLevel.Information, "Feed {Feed} showed {Added} new life events; {Withdrawn} were withdrawn")]
    public static partial void LifeEventsNoticed(this ILogger log, string feed, int added, int withdrawn);
}
