using System.Globalization;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>Birth dates and ages as they are looked for.</summary>
static class BirthForm
{
    /// <summary>Keys of a birth date that is stored, as far as it is known.</summary>
    /// <param name="held">A partial date, or empty.</param>
    public static IEnumerable<int> Keys(string held)
    {
        if (PartialDate.Parse(held) is not { } born)
            yield break;
        yield return SearchKey.Of(KeyKind.Birth, held);
        if (born.Month is not null)
            yield return SearchKey.Of(KeyKind.BirthMonth, held.AsSpan(0, 7));
        yield return YearKey(born.Year);
    }

    /// <summary>Keys one of which everybody has who may be born then.</summary>
    public static int[] Asked(PartialDate born)
    {
        var text = born.ToString();
        var year = SearchKey.Of(KeyKind.Birth, text.AsSpan(0, 4));
        return (born.Month, born.Day) switch
        {
            (null, _) => [YearKey(born.Year)],
            (_, null) => [SearchKey.Of(KeyKind.BirthMonth, text), year],
            _ => [SearchKey.Of(KeyKind.Birth, text), SearchKey.Of(KeyKind.Birth, text.AsSpan(0, 7)), year],
        };
    }

    /// <summary>Keys one of which everybody has who is of this age, or a year off, on the day.</summary>
    public static int[] OfAge(int age, DateOnly today) =>
        [.. Enumerable.Range(today.Year - age - 2, 4).Select(YearKey)];

    /// <summary>
    /// The days for which a day may have been taken by one error: a digit wrong or swapped with its neighbour, day and month swapped, or a day, month or year off by one.
    /// </summary>
    public static IReadOnlySet<DateOnly> Slips(DateOnly born)
    {
        if (!IsPlausible(born))
            return new HashSet<DateOnly>();
        var digits = born.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var slips = OneError.Slips(digits, "0123456789").Where(slip => slip.Length == digits.Length).Select(Day).OfType<DateOnly>().ToHashSet();
        if (Day($"{digits[..4]}{digits[6..]}{digits[4..6]}") is { } turned)
            slips.Add(turned);
        foreach (var step in (int[])[-1, 1])
        {
            slips.Add(born.AddDays(step));
            slips.Add(born.AddMonths(step));
            slips.Add(born.AddYears(step));
        }
        slips.Remove(born);
        return slips;
    }

    /// <summary>Key of a whole date.</summary>
    public static int Key(DateOnly born) => SearchKey.Of(KeyKind.Birth, born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    static int YearKey(int year) => SearchKey.Of(KeyKind.BirthYear, year.ToString("0000", CultureInfo.InvariantCulture));

    static DateOnly? Day(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsPlausible(day) ? day : null;

    // Whoever was born before or after is in no register, and a day or year more would leave the calendar.
    static bool IsPlausible(DateOnly day) => day.Year is > 1850 and < 2200;
}
