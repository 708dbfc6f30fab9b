namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>The fiscal year of Japanese public bodies: from 1 April to 31 March, both days of Japan.</summary>
public static class FiscalYear
{
    const int FirstMonth = 4;

    /// <summary>The first instant after the fiscal year in which an instant falls: 1 April, 00:00 in Japan.</summary>
    /// <param name="instant">Any instant, with any offset.</param>
    public static DateTimeOffset EndOf(DateTimeOffset instant)
    {
        var day = JapanCalendar.DayOf(instant);
        return JapanCalendar.StartOf(new DateOnly(day.Month < FirstMonth ? day.Year : day.Year + 1, FirstMonth, 1));
    }
}
