namespace Tsunagu.Households.Protections;

/// <summary>Log messages of protective measures: counts alone.</summary>
static partial class ProtectionLog
{
    [LoggerMessage(LogLevel.Information, "Protective measures: {Ending} end within a month, {Expired} are expired")]
    public static partial void Watched(this ILogger log, int ending, int expired);

    [LoggerMessage(LogLevel.Warning, "The look at protective measures waits for the database ({Fault})")]
    public static partial void WatchWaits(this ILogger log, string fault);
}
