using System.Globalization;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>Compares birth dates and names the slips that hands make.</summary>
static class BirthMatch
{
    // Between year 1 of one era and year 1 of the next, and of 昭和 and 令和, whose letters stand beside each other in lists.
    static readonly int[] EraSteps = [44, 14, 63, 30, 93];

    /// <summary>A code of <see cref="LinkLevels"/>.</summary>
    public static string LevelOf(PartialDate? described, PartialDate? registered)
    {
        if (described is not { } one || registered is not { } other)
            return LinkLevels.Missing;
        if (one.Whole is not { } day || other.Whole is not { } born)
            return PartialLevel(one, other);
        if (day == born)
            return LinkLevels.Exact;
        if (day.Year == born.Year && day.Month == born.Day && day.Day == born.Month)
            return LinkLevels.Swapped;
        if (Math.Abs(day.DayNumber - born.DayNumber) == 1)
            return LinkLevels.DaySlip;
        if (day.Month == born.Month && day.Day == born.Day)
            return YearLevel(Math.Abs(day.Year - born.Year), day.Year, born.Year);
        return OneDigit(day, born) ? LinkLevels.Slip : LinkLevels.Different;
    }

    /// <summary>Every whole date that a slip may have turned into this one, itself first.</summary>
    public static IEnumerable<DateOnly> Origins(DateOnly described)
    {
        yield return described;
        if (described.Day <= 12 && described.Day != described.Month)
            yield return new DateOnly(described.Year, described.Day, described.Month);
        if (described > DateOnly.MinValue)
            yield return described.AddDays(-1);
        if (described < DateOnly.MaxValue)
            yield return described.AddDays(1);
        foreach (var years in EraSteps.Append(1).SelectMany(step => new[] { -step, step }))
        {
            if (described.Year + years >= DateOnly.MinValue.Year && described.Year + years <= DateOnly.MaxValue.Year)
                yield return described.AddYears(years);
        }
    }

    static string PartialLevel(PartialDate one, PartialDate other)
    {
        if (one.Whole is { } day && day == other.Assumed)
            return LinkLevels.Assumed;
        return one.Agrees(other) ? LinkLevels.Fits : LinkLevels.Different;
    }

    static string YearLevel(int apart, int one, int other)
    {
        if (apart == 1)
            return LinkLevels.YearSlip;
        if (EraSteps.Contains(apart))
            return LinkLevels.EraSlip;
        return OneError.Between(Digits(one, 4), Digits(other, 4)) ? LinkLevels.Slip : LinkLevels.Different;
    }

    static bool OneDigit(DateOnly one, DateOnly other) =>
        one.Year == other.Year
        && ((one.Month == other.Month && OneError.Between(Digits(one.Day, 2), Digits(other.Day, 2)))
            || (one.Day == other.Day && OneError.Between(Digits(one.Month, 2), Digits(other.Month, 2))));

    static string Digits(int number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
