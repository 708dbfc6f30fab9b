using System.Text;

namespace Tsunagu.Households.Domain;

/// <summary>
/// Width folding of the NFKC kind for the characters that registers hold. The runtime is culture-invariant and normalises nothing, so
/// the folding is spelled out.
/// </summary>
static class TextFold
{
    // U+FF61 to U+FF9F in order.
    const string FullKana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    const string Voiceable = "カキクケコサシスセソタチツテトハヒフヘホ";
    const string SemiVoiceable = "ハヒフヘホ";

    /// <summary>Half-width kana become full-width with their marks joined; full-width ASCII, digits and spaces become half-width.</summary>
    public static string Width(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case 'ﾞ' or '\u3099' or '゛' when folded.Length > 0 && Voice(folded[^1]) is { } voiced:
                    folded[^1] = voiced;
                    break;
                case 'ﾟ' or '\u309A' or '゜' when folded.Length > 0 && SemiVoice(folded[^1]) is { } semiVoiced:
                    folded[^1] = semiVoiced;
                    break;
                case >= '｡' and <= 'ﾟ':
                    folded.Append(FullKana[c - '｡']);
                    break;
                case >= '！' and <= '～':
                    folded.Append((char)(c - '！' + '!'));
                    break;
                case '\u3000':
                    folded.Append(' ');
                    break;
                default:
                    folded.Append(c);
                    break;
            }
        }
        return folded.ToString();
    }

    /// <summary>Kana as people read it: full-width katakana, one full-width space between the parts of a name.</summary>
    public static string DisplayKana(string text) => Width(text.AsSpan().Trim()).Replace(' ', '\u3000');

    static char? Voice(char kana) => kana switch
    {
        'ウ' => 'ヴ',
        'う' => 'ゔ',
        // Kana are laid out plain, voiced (, semi-voiced), in both scripts.
        _ when Voiceable.Contains(Katakana(kana)) => (char)(kana + 1),
        _ => null,
    };

    static char? SemiVoice(char kana) => SemiVoiceable.Contains(Katakana(kana)) ? (char)(kana + 2) : null;

    /// <summary>Hiragana to katakana; anything else as it is.</summary>
    public static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : c;
}
