using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>
/// An address as it is compared: runs of letters and whole numbers in order. 丁目, 番地, 号 and hyphens only separate; 三丁目 is 3丁目; 緑が丘 is 緑ヶ丘; 大字 says nothing.
/// </summary>
static partial class AddressForm
{
    /// <summary>The parts in order; none when nothing of the text can be compared.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var plain = Numeral().Replace(TextFold.Width(text), match => KanjiNumber.Value(match.Value).ToString(CultureInfo.InvariantCulture));
        plain = Small().Replace(Separating().Replace(Circled(plain), " "), "ケ");
        return [.. Part().Matches(plain)
            .Select(match => char.IsAsciiDigit(match.Value[0]) ? match.Value.TrimStart('0').PadLeft(1, '0') : SearchForm.Of(match.Value))
            .Where(part => part.Length > 0)];
    }

    /// <summary>The address as asked, and without prefecture and city, which a register leaves out of its own addresses.</summary>
    public static IEnumerable<IReadOnlyList<string>> AsAsked(string text)
    {
        var whole = Of(text);
        yield return whole;
        if (Town().Match(TextFold.Width(text).Replace(" ", "", StringComparison.Ordinal)) is { Success: true } town && Of(town.Groups["rest"].Value) is { Count: > 0 } rest)
            yield return rest;
    }

    /// <summary>Keys of these parts; of a run of letters its pairs.</summary>
    public static IEnumerable<int> Keys(IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            if (IsNumber(part))
                yield return SearchKey.Of(KeyKind.AddressNumber, part);
            for (var i = 0; i + 1 < part.Length && !IsNumber(part); i++)
                yield return SearchKey.Of(KeyKind.AddressPair, part.AsSpan(i, 2));
        }
    }

    /// <summary>True for a number.</summary>
    public static bool IsNumber(string part) => char.IsAsciiDigit(part[0]);

    // ①号棟: circled numbers up to fifty stand in three blocks.
    static string Circled(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('①', '㊿') < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                >= '①' and <= '⑳' => plain.Append(c - '①' + 1),
                >= '㉑' and <= '㉟' => plain.Append(c - '㉑' + 21),
                >= '㊱' and <= '㊿' => plain.Append(c - '㊱' + 36),
                _ => plain.Append(c),
            };
        }
        return plain.ToString();
    }

    [GeneratedRegex("[〇一二三四五六七八九十百千]{1,6}(?=丁目|番|号|地割|線)")]
    private static partial Regex Numeral();

    [GeneratedRegex("大字|(?<=[0-9①-⑳㉑-㉟㊱-㊿])(?:丁目|番地|番|号室|号棟|号館|号|棟|階|室|の|ノ|之)+|(?<=[0-9])[-‐‑‒–—―−ーF](?=[0-9])")]
    private static partial Regex Separating();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[がガヶケヵカ](?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Small();

    [GeneratedRegex(@"[0-9]+|[^0-9\s]+")]
    private static partial Regex Part();

    [GeneratedRegex("^(?:.{2,3}?[都道府県])?(?:.{1,6}?市(?:.{1,4}?区)?|.{1,5}?郡.{1,5}?[町村]|.{1,4}?区)(?<rest>.+)$")]
    private static partial Regex Town();
}
