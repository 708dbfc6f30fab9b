using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>
/// Until when rights are renewed. Rights that have ended come back for the fiscal year that runs; rights that will end within two
/// months (from 1 February on, when the coming year's posts are known) are carried over to the end of the next one.
/// </summary>
public static class RightsRenewal
{
    const int MonthsBefore = 2;

    /// <summary>Pure rule.</summary>
    /// <param name="validUntil">End of the rights as they are (exclusive).</param>
    /// <param name="now">Now.</param>
    /// <returns>The new end (UTC, exclusive); null when it is too early.</returns>
    public static DateTimeOffset? Until(DateTimeOffset validUntil, DateTimeOffset now)
    {
        var thisYear = FiscalYear.EndOf(now);
        if (validUntil < thisYear)
            return thisYear;
        return validUntil == thisYear && JapanCalendar.DayOf(now) >= JapanCalendar.DayOf(thisYear).AddMonths(-MonthsBefore)
            ? FiscalYear.EndOf(thisYear)
            : null;
    }
}
