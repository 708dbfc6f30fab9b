namespace Tsunagu.Notifications.Watching;

static partial class WatchingLog
{
    [LoggerMessage(LogLevel.Warning, "Commits are not heard and are looked for meanwhile: {Cause}")]
    public static partial void ListeningStopped(this ILogger log, string cause);
}
