namespace Tsunagu.Households.Linking;

/// <summary>Log messages of linking: counts alone.</summary>
static partial class LinkLog
{
    [LoggerMessage(LogLevel.Information, "Linked {Records} records without a key: {Automatic} automatically, {Review} for staff to decide; {Changed} pairs changed")]
    public static partial void Linked(this ILogger log, int records, int automatic, int review, int changed);
}
