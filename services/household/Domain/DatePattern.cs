namespace Tsunagu.Households.Domain;

/// <summary>
/// How a column writes dates: <c>yyyy yy MM M dd d</c> as usual, <c>G</c> era letter (R), <c>GG</c> era name (令和), <c>N</c> era
/// digit (5), after which <c>y</c> or <c>yy</c> is the year of the era (元 = 1). Alternatives are separated by <c>|</c>. A pattern
/// without a day, or without month and day, gives a partial date; so do parts that are 00. The pattern <c>any</c> reads what hands type.
/// </summary>
sealed class DatePattern
{
    /// <summary>The pattern of a column in which every row may have a style of its own.</summary>
    public const string Any = "any";

    readonly Part[][] alternatives;
    readonly bool handwritten;

    DatePattern(Part[][] alternatives, bool handwritten) => (this.alternatives, this.handwritten) = (alternatives, handwritten);

    /// <summary>Null when the pattern names no year or has a letter of no meaning.</summary>
    public static DatePattern? Create(string pattern)
    {
        var handwritten = pattern == Any;
        var alternatives = (handwritten ? HandwrittenDate.Styles : pattern).Split('|').Select(Compile).ToArray();
        return alternatives.Any(a => a is null) ? null : new DatePattern(alternatives!, handwritten);
    }

    /// <summary>Null when no alternative fits or the day does not exist.</summary>
    public PartialDate? Parse(string text)
    {
        var clean = TextFold.Width(text.AsSpan().Trim());
        if (handwritten)
            clean = HandwrittenDate.Tidy(clean);
        foreach (var parts in alternatives)
        {
            if (DateReading.Read(clean, parts) is { } date)
                return date;
        }
        return null;
    }

    static Part[]? Compile(string pattern)
    {
        var parts = new List<Part>();
        for (var i = 0; i < pattern.Length;)
        {
            var run = 1;
            while (i + run < pattern.Length && pattern[i + run] == pattern[i])
                run++;
            parts.Add(new Part(pattern[i], run));
            i += run;
        }
        return parts.Any(p => p.Kind == 'y') && parts.TrueForAll(p => !char.IsAsciiLetter(p.Kind) || "yMdGN".Contains(p.Kind))
            ? [.. parts]
            : null;
    }

    /// <summary>A run of one letter of the pattern, or of a separator.</summary>
    internal readonly record struct Part(char Kind, int Width);
}
