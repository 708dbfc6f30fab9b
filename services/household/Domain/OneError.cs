namespace Tsunagu.Households.Domain;

/// <summary>One typing error: a letter missing, one too many, another one, or two neighbours swapped.</summary>
static class OneError
{
    /// <summary>True when the texts differ, and by one error alone.</summary>
    public static bool Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var head = one.CommonPrefixLength(other);
        one = one[head..];
        other = other[head..];
        var tail = 0;
        while (tail < one.Length && tail < other.Length && one[^(tail + 1)] == other[^(tail + 1)])
            tail++;
        one = one[..^tail];
        other = other[..^tail];
        return (one.Length, other.Length) switch
        {
            (0, 1) or (1, 0) or (1, 1) => true,
            (2, 2) => one[0] == other[1] && one[1] == other[0],
            _ => false,
        };
    }

    /// <summary>The text and what is left of it without one letter. Two texts that one error sets apart always share one of these.</summary>
    public static IEnumerable<string> Shortened(string text) =>
        Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1)).Prepend(text).Distinct();

    /// <summary>The text with two neighbours swapped, in every place.</summary>
    public static IEnumerable<string> Swapped(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1))
            .Where(i => text[i] != text[i + 1])
            .Select(i => string.Concat(text.AsSpan(0, i), text.AsSpan(i + 1, 1), text.AsSpan(i, 1), text.AsSpan(i + 2)));

    /// <summary>Every text that one error sets apart from this one, written with the letters of the alphabet.</summary>
    public static IEnumerable<string> Slips(string text, string alphabet)
    {
        var slips = Shortened(text).Skip(1).Concat(Swapped(text));
        foreach (var letter in alphabet)
        {
            var written = letter.ToString();
            slips = slips
                .Concat(Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1).Insert(i, written)))
                .Concat(Enumerable.Range(0, text.Length + 1).Select(i => text.Insert(i, written)));
        }
        return slips.Where(slip => slip != text).Distinct();
    }
}
