using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>A name in one script as it is compared. Readings begin with <see cref="Sound"/>, so that they are never taken for another script.</summary>
/// <param name="Words">Family name, given name ..., in order; one word where nothing sets them apart.</param>
/// <param name="Whole">The words as one; empty when they are of several scripts.</param>
/// <param name="Unmapped">The words of which a glyph could not be carried, with 〓 in its place.</param>
sealed record NameForm(IReadOnlyList<string> Words, string Whole, IReadOnlyList<string> Unmapped)
{
    /// <summary>Begins a reading.</summary>
    public const char Sound = '~';

    static readonly char[] Separators = ['・', '･', ',', '，', '、', '=', '＝', '/', '／'];

    /// <summary>The name as it is written, and as it sounds when it is in kana; nothing when no letter of it can be compared.</summary>
    public static IEnumerable<NameForm> Of(string name)
    {
        var words = Split(name);
        if (words.Length == 0)
            yield break;
        var forms = words.Select(Form).ToArray();
        var latin = forms.Count(IsSound);
        var whole = latin == 0 ? string.Concat(forms) : latin == forms.Length ? Sound + Reading.OfLatin(string.Concat(words)) : "";
        yield return new NameForm(forms, whole, [.. words.Where(Glyphs.Incomplete).Select(SearchForm.WithUnmapped)]);
        if (Array.TrueForAll(words, Reading.IsKana))
            yield return new NameForm([.. words.Select(w => Sound + Reading.OfKana(w))], Sound + Reading.OfKana(string.Concat(words)), []);
    }

    /// <summary>True when the form is a reading.</summary>
    public static bool IsSound(string form) => form.StartsWith(Sound);

    static string[] Split(string name) =>
        [.. Separators.Aggregate(name, (text, separator) => text.Replace(separator, ' '))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => SearchForm.Of(word).Length > 0)];

    static string Form(string word) => Reading.IsLatin(word) ? Sound + Reading.OfLatin(word) : SearchForm.Of(word);
}
