namespace Tsunagu.Households.Domain;

/// <summary>Whether a record of a department is in force.</summary>
static class Openness
{
    /// <summary>True while start ≤ today ≤ end, or no end is set, and the status is not one that closes the record.</summary>
    public static bool IsOpen(DateOnly? start, DateOnly? end, string status, IReadOnlyCollection<string> closedStatuses, DateOnly today) =>
        start <= today && (end is null || today <= end) && !closedStatuses.Contains(status);

    /// <summary>A status that the source derives from the end date: ended from that day on.</summary>
    public static string StatusByEnd(DateOnly? end, string open, string ended, DateOnly today) => end <= today ? ended : open;
}
