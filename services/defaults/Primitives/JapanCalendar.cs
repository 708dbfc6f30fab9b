namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Days as people in Japan count them. Instants are stored in UTC; a day is always a day of Japan.</summary>
public static class JapanCalendar
{
    /// <summary>Japan keeps one offset all year, so no time zone data is needed.</summary>
    static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The day of Japan on which an instant falls.</summary>
    /// <param name="instant">Any instant, with any offset. The last hours of the year 9999 in UTC, for which Japan has no day any more, fall on its last day.</param>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateTime.MaxValue - instant.UtcDateTime < Offset ? DateOnly.MaxValue : DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day of Japan begins, in UTC.</summary>
    /// <param name="day">A day of Japan.</param>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
