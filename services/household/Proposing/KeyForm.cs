using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>How a cell becomes a 15-digit number.</summary>
static class KeyForm
{
    /// <summary>The number of a cell, or null.</summary>
    public static string? Number(string cell) => cell.Length > 0 && RegisterNumber.TryNormalize(cell, out var number) ? number : null;

    /// <summary>The number when the last digit only checks the others.</summary>
    public static string? WithoutCheckDigit(string cell)
    {
        var digits = string.Concat(cell.Where(c => c != '-'));
        return digits.Length >= 5 ? Number(digits[..^1]) : null;
    }

    /// <summary>Neighbouring numbers, which the register knows only if it is dense.</summary>
    public static IEnumerable<string> Neighbours(string number)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var step in new[] { 1, -1, 7, -7 })
        {
            if (value + step > 0)
                yield return (value + step).ToString("000000000000000", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
