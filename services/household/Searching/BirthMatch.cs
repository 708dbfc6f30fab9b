using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>How well a birth date or an age fits.</summary>
static class BirthMatch
{
    const int AskedInPart = 900;
    const int HeldInPart = 850;
    const int YearOff = 700;
    const int Slip = 450;

    /// <summary>Null when the register's date cannot be the one asked for, one error allowed.</summary>
    /// <param name="asked">Asked for.</param>
    /// <param name="slips">Days for which it may have been taken.</param>
    /// <param name="held">A partial date, or empty.</param>
    public static Fit? OfDate(PartialDate asked, IReadOnlySet<DateOnly> slips, string held)
    {
        if (PartialDate.Parse(held) is not { } born)
            return null;
        if (born == asked)
            return new Fit(Fit.Whole);
        if (asked.Agrees(born))
            return new Fit(asked.Whole is null ? AskedInPart : HeldInPart);
        return born.Whole is { } day && slips.Contains(day) ? new Fit(Slip, 1) : null;
    }

    /// <summary>Null when the age is more than a year off.</summary>
    public static Fit? OfAge(int asked, string held, DateOnly today)
    {
        if (PartialDate.Parse(held) is not { } born)
            return null;
        return Math.Abs(born.AgeOn(today) - asked) switch
        {
            0 => new Fit(Fit.Whole),
            1 => new Fit(born.Whole is null ? HeldInPart : YearOff),
            _ => null,
        };
    }
}
