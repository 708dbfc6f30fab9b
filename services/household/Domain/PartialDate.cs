using System.Globalization;

namespace Tsunagu.Households.Domain;

/// <summary>A date whose day, or month and day, may be unknown (不詳).</summary>
readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The whole date, or null when a part is unknown.</summary>
    public DateOnly? Whole => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>The day other systems assume: the 1st when the day is unknown, 1 July when the month is.</summary>
    public DateOnly Assumed => new(Year, Month ?? 7, Day ?? 1);

    /// <summary>Null unless the parts name a day, a month or a year of the calendar.</summary>
    public static PartialDate? Create(int year, int month, int day) => (month, day) switch
    {
        _ when year is < 1 or > 9999 || month is < 0 or > 12 || day < 0 => null,
        (0, 0) => new PartialDate(year),
        (0, _) => null,
        (_, 0) => new PartialDate(year, month),
        _ => day <= DateTime.DaysInMonth(year, month) ? new PartialDate(year, month, day) : null,
    };

    /// <summary>Age in full years; a birthday on 29 February is reached on 1 March of other years.</summary>
    public int AgeOn(DateOnly today)
    {
        var born = Assumed;
        var age = today.Year - born.Year;
        return (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? age - 1 : age;
    }

    /// <summary>Age in full years of somebody of whom the birth date is kept as text; null when it is not known, and on a day before the birth.</summary>
    /// <param name="born">A partial date, or empty.</param>
    /// <param name="day">The day that is asked about.</param>
    public static int? AgeOn(string born, DateOnly day) => Parse(born)?.AgeOn(day) is { } age and >= 0 ? age : null;

    /// <summary>yyyy-MM-dd, yyyy-MM or yyyy.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static PartialDate? Parse(string text)
    {
        var parts = text.Split('-');
        Span<int> numbers = stackalloc int[3];
        if (parts.Length > 3)
            return null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        return Create(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>True when nothing that both know speaks against their being the same day.</summary>
    public bool Agrees(PartialDate other) =>
        Year == other.Year
        && (Month is null || other.Month is null || (Month == other.Month && (Day is null || other.Day is null || Day == other.Day)));
}
