namespace Tsunagu.Households.Proposing;

/// <summary>In which encoding a file is written.</summary>
/// <param name="Encoding">As in a layout.</param>
/// <param name="ByteOrderMark">True when the file says it itself.</param>
/// <param name="Certainty">Of the encoding.</param>
/// <param name="Told">False when every encoding gives the same text.</param>
/// <param name="Invalid">Bytes in the sample that mean nothing in it.</param>
readonly record struct EncodingGuess(string Encoding, bool ByteOrderMark, Certainty Certainty, bool Told, int Invalid)
{
    // A few bytes broken on the way are normal; a wrong encoding breaks far more.
    const double FewFaults = 0.02;
    const double ManyFaults = 0.1;
    const double Zeros = 0.02;
    const int FewChars = 8;

    /// <summary>Looks at the bytes of a sample.</summary>
    public static EncodingGuess Of(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
            return new(marked, true, Certainty.Certain, true, TextEvidence.Of(marked, bytes).Invalid);
        if (TwoByte(bytes) is { } wide)
            return wide;
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            // ESC begins the 7-bit JIS shifts, which is no encoding that files are exchanged in today.
            return new("cp932", false, Certainty.Unsure, bytes.Contains((byte)0x1B), 0);
        }
        return OneByte(bytes);
    }

    static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ => null,
    };

    /// <summary>Digits, delimiters and line ends have a zero byte in UTF-16; read from the wrong side they are characters that nobody writes.</summary>
    static EncodingGuess? TwoByte(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }
        if (even + odd <= bytes.Length * Zeros)
            return null;
        var (little, big) = (TextEvidence.Of("utf-16le", bytes), TextEvidence.Of("utf-16be", bytes));
        var best = Share(little) <= Share(big) ? little : big;
        return Share(best) > ManyFaults ? null : new(best.Encoding, false, Share(best) <= FewFaults ? Certainty.Certain : Certainty.Unsure, true, best.Invalid);
    }

    static double Share(TextEvidence evidence) => (double)(evidence.Invalid + evidence.Strange) / Math.Max(1, evidence.Chars);

    static EncodingGuess OneByte(ReadOnlySpan<byte> bytes)
    {
        var (utf8, euc, cp932) = (TextEvidence.Of("utf-8", bytes), TextEvidence.Of("euc-jp", bytes), TextEvidence.Of("cp932", bytes));
        // The structure of UTF-8 is met by chance almost never, that of EUC-JP rarely, that of code page 932 often: asked in this order.
        var best = utf8.Faults <= FewFaults ? utf8
            : euc.Faults <= FewFaults && !LooksLikeKana(euc, cp932) ? euc
            : cp932.Faults <= FewFaults ? cp932
            : new[] { utf8, euc, cp932 }.MinBy(e => e.Faults);
        var certainty = Rival(best, utf8, euc, cp932) ? Certainty.Unsure
            : best.Faults <= FewFaults ? Certainty.Certain
            : best.Faults <= ManyFaults ? Certainty.Likely
            : Certainty.Unsure;
        return new(best.Encoding, false, certainty, true, best.Invalid);
    }

    /// <summary>Pairs of half-width kana are also pairs of EUC-JP; the kana hold no spaces or line ends within a pair only by chance.</summary>
    static bool LooksLikeKana(TextEvidence euc, TextEvidence cp932) =>
        cp932.Invalid == 0 && cp932.HalfKana == cp932.Telling && euc.Telling < FewChars * 4;

    /// <summary>With a few characters alone a second reading may be as good.</summary>
    static bool Rival(TextEvidence best, params ReadOnlySpan<TextEvidence> all)
    {
        foreach (var other in all)
        {
            if (other.Encoding != best.Encoding && best.Telling < FewChars && other.Faults <= FewFaults && other.Telling > 0)
                return true;
        }
        return false;
    }
}
