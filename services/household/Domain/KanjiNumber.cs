namespace Tsunagu.Households.Domain;

/// <summary>Numbers written in kanji.</summary>
static class KanjiNumber
{
    const string Digits = "〇一二三四五六七八九";

    /// <summary>Its value: 十二 and 一二 are 12, 百五 is 105, 十番二六号 counts 26.</summary>
    /// <param name="text">Digits and the units 十, 百 and 千 alone; at most nine characters.</param>
    public static int Value(ReadOnlySpan<char> text)
    {
        var (number, digit) = (0, 0);
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 1 };
            if (unit == 1)
                digit = (digit * 10) + Digits.IndexOf(c);
            else
                (number, digit) = (number + (Math.Max(digit, 1) * unit), 0);
        }
        return number + digit;
    }
}
