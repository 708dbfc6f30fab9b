namespace Tsunagu.Households.Proposing;

/// <summary>Whether the single digits of a column's dates are padded.</summary>
/// <param name="YearPadded">A year of an era with a leading zero was seen.</param>
/// <param name="YearBare">One of a single digit was seen.</param>
/// <param name="Padded">A month or day with a leading zero was seen.</param>
/// <param name="Bare">One of a single digit was seen.</param>
readonly record struct DatePadding(bool YearPadded, bool YearBare, bool Padded, bool Bare)
{
    /// <summary>Month and day have two digits; where nothing tells, as the year has, and two digits at last.</summary>
    public bool Pads => Padded ? !Bare : !Bare && !YearBare;

    /// <summary>The year has two digits.</summary>
    public bool PadsYear => YearPadded ? !YearBare : !YearBare && Pads;

    /// <summary>Looks at one date.</summary>
    public DatePadding Add(string folded)
    {
        var numbers = folded.Split([.. folded.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        // Where the first year of an era is written as a word, no number is the year.
        var year = folded.Contains('元') ? 0 : 1;
        var seen = this;
        if (year == 1 && numbers.Length > 0)
            seen = seen with { YearPadded = YearPadded || numbers[0] is ['0', _], YearBare = YearBare || numbers[0].Length == 1 };
        foreach (var part in numbers.Skip(year))
            seen = seen with { Padded = seen.Padded || part is ['0', _], Bare = seen.Bare || part.Length == 1 };
        return seen;
    }
}
