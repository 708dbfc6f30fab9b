namespace Tsunagu.Households.Domain;

/// <summary>Japanese eras as files write them: a letter, a digit, one or two kanji.</summary>
static class Era
{
    static readonly (char Letter, char Digit, string Name, int FirstYear)[] All =
    [
        ('M', '1', "明治", 1868), ('T', '2', "大正", 1912), ('S', '3', "昭和", 1926), ('H', '4', "平成", 1989), ('R', '5', "令和", 2019),
    ];

    /// <summary>Western year of year 1, or null. Dates past the end of an era (平成32年) occur in old systems and are read on.</summary>
    public static int? FirstYearByLetter(char letter) =>
        All.Where(e => e.Letter == char.ToUpperInvariant(letter)).Select(e => (int?)e.FirstYear).FirstOrDefault();

    /// <inheritdoc cref="FirstYearByLetter" />
    public static int? FirstYearByDigit(char digit) =>
        All.Where(e => e.Digit == digit).Select(e => (int?)e.FirstYear).FirstOrDefault();

    /// <inheritdoc cref="FirstYearByLetter" />
    public static (int FirstYear, int Length)? FirstYearByName(ReadOnlySpan<char> text)
    {
        foreach (var era in All)
        {
            if (text.StartsWith(era.Name))
                return (era.FirstYear, 2);
            if (text.StartsWith(era.Name.AsSpan(0, 1)))
                return (era.FirstYear, 1);
        }
        return null;
    }
}
