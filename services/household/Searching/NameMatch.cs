using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>How well a name fits: whole, then a word, a beginning, a sound, a part, and last with one error.</summary>
static class NameMatch
{
    const int Turned = 940;
    const int FirstWord = 900;
    const int OtherWord = 860;
    const int WholeStart = 820;
    const int WordStarts = 800;
    const int OtherStart = 760;
    const int Unmapped = 720;
    const int SoundsAlike = 700;
    const int WordSoundsAlike = 680;
    const int WholeEnd = 660;
    const int Inner = 620;
    const int InnerWords = 600;
    const int WholeSlip = 450;
    const int WordsSlip = 440;
    const int WordSlip = 400;

    // A name that was given up stands behind the same name of somebody who bears it.
    const int Earlier = 30;

    const int ShortestPart = 2;

    /// <summary>The best fit of any name; null when none fits.</summary>
    public static Fit? Of(NameQuery query, IReadOnlyList<NameForm> current, IReadOnlyList<NameForm> earlier)
    {
        var now = Among(query, current);
        if (earlier.Count == 0 || now is { Errors: 0, Points: Fit.Whole })
            return now;
        return Fit.Better(now, Among(query, [.. current, .. earlier])?.Less(Earlier));
    }

    static Fit? Among(NameQuery query, IReadOnlyList<NameForm> names)
    {
        Fit? best = null;
        foreach (var name in names)
        {
            best = Fit.Better(best, Of(query.Asked, name));
            if (query.Sound is { } sound)
                best = Fit.Better(best, OfSound(sound, name));
        }
        return query.Asked.Words.Count > 1 ? Fit.Better(best, OfWords(query.Asked.Words, names)) : best;
    }

    static Fit? Of(NameForm asked, NameForm name)
    {
        var text = asked.Whole;
        if (text.Length == 0 || name.Words.Count == 0 || NameForm.IsSound(text) != NameForm.IsSound(name.Words[0]))
            return null;
        if (text == name.Whole)
            return new Fit(Fit.Whole);
        if (text == name.Words[0])
            return new Fit(FirstWord);
        if (name.Words.Contains(text))
            return new Fit(OtherWord);
        if (name.Whole.StartsWith(text, StringComparison.Ordinal))
            return new Fit(WholeStart);
        if (name.Words.Any(word => word.StartsWith(text, StringComparison.Ordinal)))
            return new Fit(OtherStart);
        if (name.Unmapped.Any(word => FitsUnmapped(text, word)))
            return new Fit(Unmapped);
        if (text.Length >= ShortestPart && name.Whole.Contains(text, StringComparison.Ordinal))
            return new Fit(name.Whole.EndsWith(text, StringComparison.Ordinal) ? WholeEnd : Inner);
        return OfSlip(asked, name);
    }

    static Fit? OfSlip(NameForm asked, NameForm name)
    {
        if (Slips(asked.Whole, name.Whole))
            return new Fit(WholeSlip, 1);
        return asked.Words.Count == 1 && name.Words.Any(word => Slips(asked.Whole, word)) ? new Fit(WordSlip, 1) : null;
    }

    static Fit? OfSound(NameForm sound, NameForm name)
    {
        if (sound.Whole == name.Whole)
            return new Fit(SoundsAlike);
        return name.Words.Contains(sound.Whole) ? new Fit(WordSoundsAlike) : null;
    }

    // Words of one name may be asked for in two scripts, and in any order.
    static Fit? OfWords(IReadOnlyList<string> asked, IReadOnlyList<NameForm> names)
    {
        var words = names.SelectMany(name => name.Words).Distinct().ToArray();
        var (points, errors) = (Turned, 0);
        foreach (var text in asked)
        {
            if (words.Contains(text))
                continue;
            if (Array.Exists(words, word => word.StartsWith(text, StringComparison.Ordinal)))
                points = Math.Min(points, WordStarts);
            else if (text.Length >= ShortestPart && Array.Exists(words, word => word.Contains(text, StringComparison.Ordinal)))
                points = Math.Min(points, InnerWords);
            else if (Array.Exists(words, word => Slips(text, word)))
                (points, errors) = (Math.Min(points, WordsSlip), errors + 1);
            else
                return null;
        }
        return errors > 1 ? null : new Fit(points, errors);
    }

    static bool Slips(string asked, string name) =>
        asked.Length >= ShortestPart && name.Length >= ShortestPart && NameForm.IsSound(asked) == NameForm.IsSound(name) && OneError.Between(asked, name);

    static bool FitsUnmapped(string asked, string word) =>
        asked.Length == word.Length && asked.Length >= ShortestPart
        && Enumerable.Range(0, word.Length).All(i => word[i] == asked[i] || word[i] == Glyphs.Unmapped)
        && word.Any(c => c != Glyphs.Unmapped);
}
