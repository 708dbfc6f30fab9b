namespace Tsunagu.Households.Searching;

/// <summary>Log messages of the search: counts and codes.</summary>
static partial class SearchLog
{
    [LoggerMessage(LogLevel.Information, "Search keys of {Count} residents were made anew")]
    public static partial void KeysMade(this ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "The making of search keys waits for the database ({Fault})")]
    public static partial void IndexingWaits(this ILogger log, string fault);
}
