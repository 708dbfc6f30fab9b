using System.Globalization;
using System.Reflection;
using System.Text;

namespace Tsunagu.Households.Domain;

/// <summary>
/// Kanji of names that differ in shape alone (旧字, 異体字), as <c>glyph-variants.txt</c> has them beside its public sources. For comparing; what is
/// shown stays as it was received.
/// </summary>
static class NameGlyphs
{
    const string Resource = "glyph-variants.txt";
    const string CodePoint = "U+";

    static readonly Dictionary<Rune, Rune> Standing = Read();

    /// <summary>The character that stands for the glyph's group, or the glyph itself.</summary>
    public static Rune Join(Rune glyph) => Standing.GetValueOrDefault(glyph, glyph);

    /// <summary>The groups, each with the character that stands for it first.</summary>
    public static IReadOnlyList<IReadOnlyList<Rune>> Groups { get; } =
        [.. Standing.GroupBy(pair => pair.Value, pair => pair.Key).Select(group => (IReadOnlyList<Rune>)[group.Key, .. group])];

    static Dictionary<Rune, Rune> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var standing = new Dictionary<Rune, Rune>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                Join(standing, [.. line.Split(' ').Select(Glyph)]);
        }
        return standing;
    }

    // A later line may name a group by a character that another already stands for.
    static void Join(Dictionary<Rune, Rune> standing, Rune[] glyphs)
    {
        var first = standing.GetValueOrDefault(glyphs[0], glyphs[0]);
        foreach (var glyph in glyphs.Where(glyph => glyph != first))
            standing[glyph] = first;
    }

    static Rune Glyph(string cell) =>
        cell.StartsWith(CodePoint, StringComparison.Ordinal)
            ? new Rune(int.Parse(cell.AsSpan(CodePoint.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : Rune.GetRuneAt(cell, 0);
}
