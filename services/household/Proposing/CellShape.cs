using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>What a cell looks like, whatever it means.</summary>
enum CellShape
{
    Blank,

    /// <summary>Digits alone.</summary>
    Digits,

    /// <summary>An amount: digits with separators, a sign, a unit.</summary>
    Amount,

    /// <summary>A date with separators or an era.</summary>
    Date,

    /// <summary>ASCII letters, digits and hyphens, with a digit among them.</summary>
    Code,

    /// <summary>Katakana and spaces.</summary>
    Kana,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>Tells shapes apart.</summary>
static class CellShapes
{
    /// <summary>The shape of a cell in half-width form.</summary>
    public static CellShape Of(string folded)
    {
        if (folded.Length == 0)
            return CellShape.Blank;
        if (All(folded, char.IsAsciiDigit))
            return CellShape.Digits;
        if (DateForm.Of(folded) is not null)
            return CellShape.Date;
        if (All(folded.TrimEnd('円'), c => char.IsAsciiDigit(c) || c is ',' or '.' or '\\' or '¥' or '-' or '+') && folded.Any(char.IsAsciiDigit) && !IsCode(folded))
            return CellShape.Amount;
        if (All(folded, c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && folded.Any(char.IsAsciiDigit))
            return CellShape.Code;
        return All(folded, c => c is (>= 'ァ' and <= 'ヺ') or 'ー' or '・' or ' ') ? CellShape.Kana : CellShape.Text;
    }

    /// <summary>Half-width, without spaces at the edges.</summary>
    public static string Fold(string cell) => TextFold.Width(cell).Trim();

    static bool All(string text, Predicate<char> is_) => text.Length > 0 && !text.Any(c => !is_(c));

    /// <summary>07-47776 is a number of a record or a telephone, not an amount.</summary>
    static bool IsCode(string folded) => folded.IndexOf('-', StringComparison.Ordinal) > 0;
}
