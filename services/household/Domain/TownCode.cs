namespace Tsunagu.Households.Domain;

/// <summary>
/// How the register and the list of areas name a town (町字コード, or a name where a city has no codes), in one form: width folded, and without the
/// leading zeros that spreadsheets lose.
/// </summary>
static class TownCode
{
    public static string Of(string text)
    {
        var folded = TextFold.Width(text).Trim();
        return folded.All(char.IsAsciiDigit) ? folded.TrimStart('0') : folded;
    }
}
