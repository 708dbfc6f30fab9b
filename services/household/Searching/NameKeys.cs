using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>Keys by which a name is found, and by which it is asked for.</summary>
static class NameKeys
{
    /// <summary>Longest beginning that has a key of its own.</summary>
    const int LongestStart = 2;

    // Of a reading two letters are one sound or less.
    const int LongestSoundStart = 3;

    // Foreign names of many letters: an error in them is found by another criterion or not at all.
    const int LongestShortened = 12;

    /// <summary>Every key of a name that is stored.</summary>
    public static IEnumerable<int> Of(NameForm name)
    {
        foreach (var form in name.Words.Append(name.Whole).Where(f => f.Length > 0).Distinct())
            yield return SearchKey.Of(KeyKind.Name, form);
        foreach (var word in name.Words)
        {
            foreach (var start in Starts(word))
                yield return SearchKey.Of(KeyKind.Start, start);
            if (NameForm.IsSound(word) || word.Length > LongestShortened)
                continue;
            foreach (var rest in OneError.Shortened(word))
                yield return SearchKey.Of(KeyKind.Shortened, rest);
        }
        foreach (var key in Pairs(name.Whole))
            yield return key;
        foreach (var word in name.Unmapped)
            yield return SearchKey.Of(KeyKind.Unmapped, word);
    }

    /// <summary>Keys that every name with this beginning of a word has.</summary>
    public static IEnumerable<int> StartOf(string form)
    {
        if (Starts(form).LastOrDefault() is { } start)
            yield return SearchKey.Of(KeyKind.Start, start);
        foreach (var key in Pairs(form))
            yield return key;
    }

    /// <summary>Keys that every name with this part has; none when the part is too short to be looked for.</summary>
    public static IEnumerable<int> Pairs(string form)
    {
        for (var i = 0; i + 1 < form.Length && !NameForm.IsSound(form); i++)
            yield return SearchKey.Of(KeyKind.Pair, form.AsSpan(i, 2));
    }

    /// <summary>Keys one of which every word has that one error sets apart from this one.</summary>
    public static int[] Near(string word) => [.. OneError.Shortened(word).Select(rest => SearchKey.Of(KeyKind.Shortened, rest))];

    static IEnumerable<string> Starts(string word)
    {
        var sound = NameForm.IsSound(word);
        for (var length = sound ? LongestSoundStart : 1; length <= (sound ? LongestSoundStart + 1 : LongestStart) && length <= word.Length; length++)
            yield return word[..length];
    }
}
