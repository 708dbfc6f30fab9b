using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>Where to look for a name, the best places first.</summary>
static class NameSteps
{
    // What one letter is near to is nearly everything.
    const int ShortestNear = 3;

    /// <summary>Whole names and words, then beginnings, then the rest of what fits without an error.</summary>
    public static IEnumerable<SearchStep> InTurn(NameQuery query) => Narrowing(AllInTurn(query));

    /// <summary>Every place where a name may be found that fits without an error.</summary>
    public static IEnumerable<SearchStep> Flawless(NameQuery query) => Narrowing(AllFlawless(query));

    /// <summary>Places where a name may be found that one error sets apart from what was asked.</summary>
    public static IEnumerable<SearchStep> Near(NameQuery query) => Narrowing(AllNear(query));

    static IEnumerable<SearchStep> AllInTurn(NameQuery query)
    {
        yield return Whole(query.Asked.Whole);
        if (query.Asked.Words.Count > 1)
            yield return Words(query.Asked.Words, word => [Name(word)]);
        yield return SearchStep.Having(NameKeys.StartOf(query.Asked.Whole));
        foreach (var step in AllFlawless(query))
            yield return step;
    }

    static IEnumerable<SearchStep> AllFlawless(NameQuery query)
    {
        var (text, words) = (query.Asked.Whole, query.Asked.Words);
        // A reading has no pairs: it is known by its beginning.
        yield return text.Length > 1 && !NameForm.IsSound(text) ? SearchStep.Having(NameKeys.Pairs(text)) : SearchStep.Having(NameKeys.StartOf(text));
        if (words.Count > 1)
        {
            yield return Words(words, NameKeys.StartOf);
            if (words.All(word => word.Length > 1 && !NameForm.IsSound(word)))
                yield return Words(words, NameKeys.Pairs);
        }
        if (query.Sound is { } sound)
            yield return Whole(sound.Whole);
        if (words.Count == 1 && !NameForm.IsSound(text))
            yield return SearchStep.HavingOneOf([.. Unmapped(text)]);
    }

    static IEnumerable<SearchStep> AllNear(NameQuery query)
    {
        var (text, words) = (query.Asked.Whole, query.Asked.Words);
        if (words.Count > 1)
        {
            foreach (var step in NearWords(words))
                yield return step;
        }
        if (NameForm.IsSound(text))
        {
            yield return SearchStep.HavingOneOf([.. OneError.Slips(text[1..], Reading.Alphabet).Select(slip => Name(NameForm.Sound + slip))]);
            yield break;
        }
        if (text.Length < ShortestNear)
            yield break;
        yield return SearchStep.HavingOneOf(NameKeys.Near(text));
        yield return SearchStep.HavingOneOf([.. OneError.Swapped(text).Select(Name)]);
        // Nothing tells where the family name ends: the error is on one side of every place where it might.
        for (var end = 1; end < text.Length; end++)
        {
            yield return Beside(text[..end], text[end..]);
            yield return Beside(text[end..], text[..end]);
        }
    }

    static IEnumerable<SearchStep> NearWords(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (near, others) = (words[i], words.Where((_, place) => place != i).ToArray());
            var keys = NameForm.IsSound(near)
                ? [.. OneError.Slips(near[1..], Reading.Alphabet).Select(slip => Name(NameForm.Sound + slip))]
                : NameKeys.Near(near);
            yield return SearchStep.HavingOneOf(keys).And(Words(others, word => [Name(word)]));
            yield return SearchStep.HavingOneOf(keys).And(Words(others, NameKeys.StartOf));
        }
    }

    // Too short to be looked for, or words of several scripts that make no whole.
    static IEnumerable<SearchStep> Narrowing(IEnumerable<SearchStep> steps) => steps.Where(step => !step.Open);

    static SearchStep Beside(string exact, string near) =>
        SearchStep.Having(Name(exact)).And(SearchStep.HavingOneOf(NameKeys.Near(near)));

    static SearchStep Whole(string form) => form.Length == 0 ? SearchStep.Everybody : SearchStep.Having(Name(form));

    static SearchStep Words(IEnumerable<string> words, Func<string, IEnumerable<int>> keys) => SearchStep.Having(words.SelectMany(keys));

    static int Name(string form) => SearchKey.Of(KeyKind.Name, form);

    static IEnumerable<int> Unmapped(string text) =>
        Enumerable.Range(0, text.Length)
            .Select(i => SearchKey.Of(KeyKind.Unmapped, string.Concat(text.AsSpan(0, i), [Domain.Glyphs.Unmapped], text.AsSpan(i + 1))));
}
