using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Data;

static partial class DatabaseLog
{
    [LoggerMessage(LogLevel.Information, "Database {Database} is up to date")]
    public static partial void Migrated(this ILogger log, string database);

    [LoggerMessage(LogLevel.Warning, "Database {Database} is not ready yet: {Cause}")]
    public static partial void DatabaseNotReady(this ILogger log, string database, string cause);

    [LoggerMessage(LogLevel.Information, "Commits are heard")]
    public static partial void CommitsHeard(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "Commits are not heard, and their work is looked for meanwhile: {Cause}")]
    public static partial void CommitsNotHeard(this ILogger log, string cause);
}
