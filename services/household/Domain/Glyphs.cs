namespace Tsunagu.Households.Domain;

/// <summary>Glyphs that a source could not carry. A person is never refused for one.</summary>
static class Glyphs
{
    /// <summary>What people see in place of such a glyph (geta mark).</summary>
    public const char Unmapped = '〓';

    /// <summary>外字 F040-F9FC of a city's own font arrive in the private use area; only that city's font can draw them.</summary>
    public static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    /// <summary>The text with 〓 for every glyph that cannot be shown.</summary>
    public static string Display(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') < 0
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = IsPrivate(source[i]) ? Unmapped : source[i];
            });

    /// <summary>True when the display form lacks a glyph of the name.</summary>
    public static bool Incomplete(string text) => text.Contains(Unmapped) || text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') >= 0;
}
