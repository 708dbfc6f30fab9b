using System.Text.RegularExpressions;

namespace Tsunagu.Households.Domain;

/// <summary>A kind of number that the law keeps out of this system.</summary>
enum ForbiddenNumber
{
    /// <summary>個人番号, 12 digits.</summary>
    IndividualNumber,

    /// <summary>住民票コード, 11 digits.</summary>
    ResidentRecordCode,
}

/// <summary>Knows a forbidden column by its header.</summary>
static partial class ForbiddenNumbers
{
    /// <summary>Null when the header names nothing that is forbidden.</summary>
    public static ForbiddenNumber? ByHeader(string header)
    {
        var name = Separators().Replace(TextFold.Width(header), "").ToUpperInvariant();
        if (name.Contains("個人番号") || name.Contains("マイナンバ") || name.Contains("MYNUMBER"))
            return ForbiddenNumber.IndividualNumber;
        return name.Contains("住民票コード") || name.Contains("住民コード11") || name.Contains("JUMINHYOCODE")
            ? ForbiddenNumber.ResidentRecordCode
            : null;
    }

    /// <summary>True when a cell could be such a number: 12 digits, or 11 that are no mobile telephone.</summary>
    public static bool MayBe(ReadOnlySpan<char> cell) => ColumnShape.KindOf(cell.Trim()) is not null;

    /// <summary>A text that no structure tells cells of, with everything blacked out that could be such a number.</summary>
    public static string Mask(string text) => Runs().Replace(text, run => MayBe(run.Value) ? new string('＊', run.Length) : run.Value);

    [GeneratedRegex(@"(?<![0-9０-９])[0-9０-９](?:[-－ 　]?[0-9０-９]){10,11}(?![0-9０-９])")]
    private static partial Regex Runs();

    [GeneratedRegex(@"[\s_・（）()\-]")]
    private static partial Regex Separators();
}
