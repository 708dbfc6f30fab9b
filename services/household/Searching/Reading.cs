using System.Text;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>
/// A name as it sounds, in Latin letters: one writing for kana and for every usual romanisation of them (Hepburn, Kunrei, passport), so that Ohno,
/// Oono, Ono and オオノ are one. Long vowels and doubled consonants are short, n stands for m before b, m, p.
/// </summary>
static class Reading
{
    const string Vowels = "aiueo";

    // A row of the table of kana: its consonant, then the kana before a, i, u, e, o; a full stop where there is none.
    static readonly Dictionary<char, string> Morae = Table(
        ":アイウエオ k:カキクケコ s:サシスセソ t:タチツテト n:ナニヌネノ h:ハヒフヘホ m:マミムメモ y:ヤ.ユ.ヨ r:ラリルレロ w:ワ.... " +
        ":.ヰ.ヱヲ g:ガギグゲゴ z:ザジズゼゾ z:.ヂヅ.. d:ダ..デド b:バビブベボ b:..ヴ.. p:パピプペポ");

    const string SmallYa = "ャュョ";
    const string SmallVowels = "ァィゥェォ";

    /// <summary>Letters that readings are written with.</summary>
    public const string Alphabet = "abdeghikmnoprstuwyz";

    /// <summary>True when the text is in kana alone.</summary>
    public static bool IsKana(string text) =>
        TextFold.Width(text) is { Length: > 0 } wide && wide.All(c => TextFold.Katakana(c) is >= 'ァ' and <= 'ヺ' or 'ー');

    /// <summary>True when the text is in Latin letters alone, marks of long vowels included.</summary>
    public static bool IsLatin(string text) => text.Any(c => Letter(c) != '\0') && text.All(c => Letter(c) != '\0' || c is '\'' or '’' or '-' or '.');

    /// <summary>The reading of kana in any width or script.</summary>
    public static string OfKana(string text)
    {
        var latin = new StringBuilder(text.Length * 2);
        foreach (var c in TextFold.Width(text))
            Append(latin, TextFold.Katakana(c));
        return Shorten(latin.ToString());
    }

    /// <summary>The reading of a romanisation.</summary>
    public static string OfLatin(string text)
    {
        var letters = string.Concat(text.Select(Letter).Where(c => c != '\0'));
        return Shorten(Kunrei(letters));
    }

    static void Append(StringBuilder latin, char kana)
    {
        if (kana == 'ン')
            latin.Append('n');
        else if (SmallYa.IndexOf(kana) is >= 0 and var ya)
            Soften(latin, "auo"[ya]);
        else if (SmallVowels.IndexOf(kana) is >= 0 and var small)
            Replace(latin, Vowels[small]);
        else if (Morae.TryGetValue(kana, out var mora))
            latin.Append(mora);
    }

    // キ + ャ: ki becomes kya.
    static void Soften(StringBuilder latin, char vowel)
    {
        if (latin.Length > 1 && latin[^1] == 'i')
            latin.Length--;
        latin.Append('y').Append(vowel);
    }

    // フ + ァ: hu becomes ha; a small vowel after its own is a long one.
    static void Replace(StringBuilder latin, char vowel)
    {
        if (latin.Length > 1 && Vowels.Contains(latin[^1]) && !Vowels.Contains(latin[^2]))
            latin.Length--;
        latin.Append(vowel);
    }

    // Longer spellings come first.
    static string Kunrei(string latin) => new StringBuilder(latin)
        .Replace("tch", "ch").Replace("tsu", "tu").Replace("dzu", "zu").Replace("dz", "z").Replace("dj", "j")
        .Replace("sh", "sy").Replace("ch", "ty").Replace("j", "zy").Replace("ph", "h").Replace("f", "h")
        .Replace("syi", "si").Replace("tyi", "ti").Replace("zyi", "zi").Replace("wo", "o")
        .Replace("ck", "k").Replace("c", "k").Replace("q", "k").Replace("x", "ks").Replace("l", "r").Replace("v", "b")
        .ToString();

    /// <summary>Long vowels short, doubled consonants single, n for m before b, m, p.</summary>
    static string Shorten(string latin)
    {
        var reading = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var (letter, next) = (latin[i], i + 1 < latin.Length ? latin[i + 1] : '\0');
            if (letter == 'm' && (next is 'b' or 'm' or 'p'))
                letter = 'n';
            var before = reading.Length > 0 ? reading[^1] : '\0';
            // Ohno, Satoh: an h that no vowel follows lengthens the o before it.
            var lengthens = letter == before || (letter == 'u' && before == 'o') || (letter == 'h' && before == 'o' && !Vowels.Contains(next));
            if (!lengthens)
                reading.Append(letter);
        }
        return reading.ToString();
    }

    static char Letter(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c) switch
    {
        >= 'a' and <= 'z' and var latin => latin,
        'ā' or 'â' or 'á' or 'à' or 'ã' or 'ä' => 'a',
        'ī' or 'î' or 'í' => 'i',
        'ū' or 'û' or 'ú' or 'ü' => 'u',
        'ē' or 'ê' or 'é' or 'è' => 'e',
        'ō' or 'ô' or 'ó' or 'õ' or 'ö' => 'o',
        'ç' => 's',
        'ñ' => 'n',
        _ => '\0',
    };

    static Dictionary<char, string> Table(string rows) => rows.Split(' ')
        .Select(row => row.Split(':'))
        .SelectMany(row => row[1].Select((kana, i) => (Kana: kana, Latin: row[0] + Vowels[i])))
        .Where(mora => mora.Kana != '.')
        .ToDictionary(mora => mora.Kana, mora => mora.Latin);
}
