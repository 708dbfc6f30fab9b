using System.Globalization;

namespace Tsunagu.Households.Proposing;

/// <summary>How one cell writes a date: everything of a pattern but whether single digits are padded.</summary>
/// <param name="Era">Pattern of the era: empty, <c>G</c>, <c>GG</c> or <c>N</c>.</param>
/// <param name="Year">Digits of the year: 4, or 2 for up to two.</param>
/// <param name="First">Between year and month; empty when nothing is.</param>
/// <param name="Second">Between month and day.</param>
/// <param name="Last">Behind the last part.</param>
/// <param name="HasDay">False for a month alone.</param>
readonly record struct DateForm(string Era, int Year, string First, string Second, string Last, bool HasDay)
{
    const string Separators = "./-年月日";
    const string EraLetters = "MTSHRmtshr";
    const string EraDigits = "12345";

    static readonly string[] EraNames = ["明治", "大正", "昭和", "平成", "令和"];

    /// <summary>Nothing separates the parts, so that only their ranges tell a date from a number.</summary>
    public bool IsBare => Era.Length == 0 || Era == "N" ? First.Length == 0 : false;

    /// <summary>A form with separators or an era letter or name; bare digits may be anything. Null when the cell is no date.</summary>
    public static DateForm? Of(string folded) => Read(folded) is { IsBare: false } read ? read : null;

    /// <summary>The forms that bare digits may have: yyyyMMdd, NyyMMdd, yyyyMM and yyMMdd, NyyMM.</summary>
    public static IEnumerable<DateForm> OfDigits(string digits) => digits.Length switch
    {
        8 => [new("", 4, "", "", "", true)],
        7 when EraDigits.Contains(digits[0]) => [new("N", 2, "", "", "", true)],
        6 => [new("", 4, "", "", "", false), new("", 2, "", "", "", true)],
        5 when EraDigits.Contains(digits[0]) => [new("N", 2, "", "", "", false)],
        _ => [],
    };

    /// <summary>The pattern of this form.</summary>
    /// <param name="padYear">The year of an era has two digits.</param>
    /// <param name="pad">Month and day have two digits.</param>
    public string Pattern(bool padYear, bool pad)
    {
        var year = Year == 4 ? "yyyy" : Era.Length == 0 || First.Length == 0 || padYear ? "yy" : "y";
        var (month, day) = First.Length == 0 || pad ? ("MM", "dd") : ("M", "d");
        return HasDay ? $"{Era}{year}{First}{month}{Second}{day}{Last}" : $"{Era}{year}{First}{month}{Last}";
    }

    static DateForm? Read(string text)
    {
        var rest = text.AsSpan().Trim();
        var era = TakeEra(ref rest);
        var numbers = new List<string>(3);
        var between = new List<string>(3);
        while (!rest.IsEmpty && numbers.Count < 3)
        {
            var length = rest.StartsWith("元") && numbers.Count == 0 && era.Length > 0 ? 1 : rest.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? rest.Length : length;
            if (length == 0)
                return null;
            numbers.Add(rest[..length].ToString());
            rest = rest[length..].TrimStart(' ');
            var separator = !rest.IsEmpty && Separators.Contains(rest[0]) ? rest[0].ToString(CultureInfo.InvariantCulture) : "";
            between.Add(separator);
            rest = rest[separator.Length..].TrimStart(' ');
            if (separator.Length == 0)
                break;
        }
        return rest.IsEmpty ? Build(era, numbers, between) : null;
    }

    static string TakeEra(scoped ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return "";
        foreach (var name in EraNames)
        {
            if (!rest.StartsWith(name.AsSpan(0, 1)))
                continue;
            rest = rest[(rest.StartsWith(name) ? 2 : 1)..].TrimStart(' ');
            return "GG";
        }
        if (!EraLetters.Contains(rest[0]))
            return "";
        rest = rest[1..].TrimStart('.').TrimStart(' ');
        return "G";
    }

    static DateForm? Build(string era, List<string> numbers, List<string> between) => (numbers, between) switch
    {
        ([var digits], [""]) when era == "G" && digits.Length == 6 => new(era, 2, "", "", "", true),
        ([var digits], [""]) when era == "G" && digits.Length == 4 => new(era, 2, "", "", "", false),
        ([{ Length: <= 4 } year, { Length: <= 2 }], ["年", "月"]) when IsYear(era, year) => new(era, Width(year), "年", "", "月", false),
        ([{ Length: <= 4 } year, { Length: <= 2 }], [var first, ""]) when IsYear(era, year) && first is "/" or "-" or "." =>
            new(era, Width(year), first, "", "", false),
        ([{ Length: <= 4 } year, { Length: <= 2 }, { Length: <= 2 }], [var first, var second, var last])
            when IsYear(era, year) && IsTriple(first, second, last) => new(era, Width(year), first, second, last, true),
        _ => null,
    };

    /// <summary>Without an era a year has four digits, or two before a slash, dot or hyphen.</summary>
    static bool IsYear(string era, string year) => era.Length > 0 ? year.Length <= 2 : year.Length is 4 or 2;

    static int Width(string year) => year.Length == 4 ? 4 : 2;

    static bool IsTriple(string first, string second, string last) =>
        (first, second, last) is ("年", "月", "日") || (first == second && last.Length == 0 && first is "/" or "-" or ".");
}
