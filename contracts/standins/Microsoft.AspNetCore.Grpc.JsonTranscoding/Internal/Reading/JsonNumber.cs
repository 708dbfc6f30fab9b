using System.Globalization;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Numbers in the grammar of JSON.</summary>
static class JsonNumber
{
    // More digits than any integer of 64 bits has, and than any exponent needs.
    const int MaxDigits = 20;
    const int MaxExponent = 100_000_000;

    /// <summary>The exact value, where it is whole and fits; <c>1e3</c> and <c>1.0</c> are whole.</summary>
    internal static bool TryWhole(ReadOnlySpan<char> text, out Int128 value)
    {
        value = 0;
        if (!IsNumber(text))
            return false;
        var negative = text[0] == '-';
        var mantissa = text[(negative ? 1 : 0)..];
        var exponent = 0;
        if (mantissa.IndexOfAny('e', 'E') is var e and >= 0)
        {
            if (!int.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                exponent = mantissa[e + 1] == '-' ? -MaxExponent : MaxExponent;
            mantissa = mantissa[..e];
        }
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var fraction = dot < 0 ? [] : mantissa[(dot + 1)..].TrimEnd('0');
        if (fraction.IsEmpty)
        {
            var trimmed = whole.TrimEnd('0');
            exponent = (int)Math.Min(MaxExponent, (long)exponent + whole.Length - trimmed.Length);
            whole = trimmed;
        }
        if (whole.IsEmpty && fraction.IsEmpty)
            return true;
        var zeros = (long)exponent - fraction.Length;
        whole = whole.TrimStart('0');
        if (zeros < 0 || whole.Length + fraction.Length + zeros > MaxDigits)
            return false;
        foreach (var digit in whole)
            value = value * 10 + (digit - '0');
        foreach (var digit in fraction)
            value = value * 10 + (digit - '0');
        for (; zeros > 0; zeros--)
            value *= 10;
        value = negative ? -value : value;
        return true;
    }

    /// <summary>Whether the text is a number of JSON.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> text)
    {
        var at = text is ['-', ..] ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
                return false;
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at) == 0)
                return false;
        }
        return at == text.Length;
    }

    static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - start;
    }
}
