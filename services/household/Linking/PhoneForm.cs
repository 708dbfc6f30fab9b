using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A phone number as its digits.</summary>
static class PhoneForm
{
    /// <summary>Fewest digits by which a number without its area code is still known: 市内局番 and the number of the line.</summary>
    public const int Local = 6;

    /// <summary>Every number of a cell; several are separated by anything but a hyphen, a bracket or a single space.</summary>
    public static string[] Of(string text) =>
        [.. TextFold.Width(text).Split(['/', ',', '、', ';', '\n', '・'], StringSplitOptions.RemoveEmptyEntries)
            .Select(PhoneDigits.Of)
            .Where(n => n.Length >= Local)];

    /// <summary>The last digits, which every way of writing a number shares.</summary>
    public static string Tail(string number) => number[^Local..];
}
