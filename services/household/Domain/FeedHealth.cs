using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>Judges a source by its last files. The judgement is shown and takes nothing away from what the source told.</summary>
static class FeedHealth
{
    /// <summary>The condition, and since when it is so: the instant a file failed, or the day of Japan by which the next file should have held.</summary>
    /// <param name="dataDate">Data date of the last good file; null when there is none.</param>
    /// <param name="brokenSince">When the first of the bad files after it was received; null when there is none.</param>
    /// <param name="expectedDays">Days within which the next file is expected, from 1.</param>
    /// <param name="day">Day that is asked about.</param>
    public static (FeedCondition Condition, DateTimeOffset? Since) Of(
        DateOnly? dataDate, DateTimeOffset? brokenSince, int expectedDays, DateOnly day)
    {
        if (brokenSince is not null)
            return (FeedCondition.Broken, brokenSince);
        if (dataDate is not { } last)
            return (FeedCondition.NeverReceived, null);
        return day.DayNumber - last.DayNumber > expectedDays
            ? (FeedCondition.Stale, JapanCalendar.StartOf(last.AddDays(expectedDays + 1)))
            : (FeedCondition.Fresh, null);
    }
}
