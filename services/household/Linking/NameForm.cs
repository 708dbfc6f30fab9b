using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A name in the forms in which it is compared: as written, and in search form, whole and in its two parts.</summary>
sealed class NameForm
{
    static readonly char[] Separators = [' ', '\u00A0', '・', ',', '、', '\t'];
    static readonly string[] Honorifics = ["様", "さま", "サマ", "殿", "氏"];

    NameForm(NamePart family, NamePart given)
    {
        (Family, Given) = (family, given);
        Whole = new NamePart(family.Written + given.Written, family.Folded + given.Folded);
        Script = ScriptOf(Whole.Written);
    }

    /// <summary>The first part; the whole name where nothing separates its parts.</summary>
    public NamePart Family { get; }

    /// <summary>Everything behind the first part.</summary>
    public NamePart Given { get; }

    public NamePart Whole { get; }

    public NameScript Script { get; }

    /// <summary>True when the text tells family and given name apart.</summary>
    public bool Split => Given.Folded.Length > 0;

    /// <summary>Null when the text holds nothing that can be compared.</summary>
    public static NameForm? Of(string text)
    {
        var tokens = TextFold.Width(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length > 1 && Honorifics.Contains(tokens[^1]))
            tokens = tokens[..^1];
        return tokens.Length == 0 ? null : Of(tokens[0], string.Concat(tokens.Skip(1)));
    }

    /// <inheritdoc cref="Of(string)" />
    public static NameForm? Of(string family, string given)
    {
        var form = new NameForm(NamePart.Of(family), NamePart.Of(given));
        return form.Whole.Folded.Length == 0 ? null : form;
    }

    static NameScript ScriptOf(string text)
    {
        if (text.All(c => c is (>= 'ァ' and <= 'ヺ') or 'ー' or 'ヽ' or 'ヾ'))
            return NameScript.Kana;
        return text.All(c => c < '\u0250') ? NameScript.Latin : NameScript.Kanji;
    }
}
