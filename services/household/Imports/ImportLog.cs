using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Imports;

/// <summary>Log messages of imports: ids, codes and counts.</summary>
static partial class ImportLog
{
    [LoggerMessage(LogLevel.Information, "Import {Import} of feed {Feed} begins")]
    public static partial void ImportBegins(this ILogger log, Guid import, string feed);

    [LoggerMessage(LogLevel.Information, "Import {Import} of feed {Feed} ends as {State}: {Rows} rows, {Rejected} set aside")]
    public static partial void ImportEnds(this ILogger log, Guid import, string feed, ImportState state, int rows, int rejected);

    [LoggerMessage(LogLevel.Warning, "Import {Import} of feed {Feed} fails: {Problem} ({Fault})")]
    public static partial void ImportFails(this ILogger log, Guid import, string feed, string problem, string fault);

    [LoggerMessage(LogLevel.Warning, "The end of import {Import} waits for the database, as {Problem} ({Fault})")]
    public static partial void ImportEndWaits(this ILogger log, Guid import, string problem, string fault);

    [LoggerMessage(LogLevel.Warning, "Import {Import} was interrupted")]
    public static partial void ImportInterrupted(this ILogger log, Guid import);

    [LoggerMessage(LogLevel.Warning, "The file of import {Import} in the drop folder is refused: {Code}")]
    public static partial void DropRefused(this ILogger log, Guid import, string code);

    [LoggerMessage(LogLevel.Warning, "The drop folder waits ({Fault})")]
    public static partial void DropWaits(this ILogger log, string fault);

    [LoggerMessage(LogLevel.Warning, "The sweep of interrupted imports waits for the database ({Fault})")]
    public static partial void SweepWaits(this ILogger log, string fault);
}
