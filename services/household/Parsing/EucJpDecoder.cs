namespace Tsunagu.Households.Parsing;

/// <summary>
/// EUC-JP as old Unix systems export it: the characters of code page 932 in another arrangement, half-width kana behind 8E. 外字 of
/// rows 85-94 become private use characters; three-byte characters (8F, JIS X 0212) that the register's code page lacks show as 〓.
/// </summary>
sealed class EucJpDecoder : SourceDecoder
{
    const byte KanaShift = 0x8E;
    const byte SupplementShift = 0x8F;
    const int FirstPrivateRow = 0xF5;
    const char Missing = '〓';

    readonly byte[] held = new byte[2];
    int holding;

    public override int MostChars(int bytes) => bytes + 2;

    public override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool last)
    {
        var count = 0;
        foreach (var b in bytes)
            count += Take(b, chars[count..]);
        if (!last || holding == 0)
            return count;
        holding = 0;
        chars[count] = Invalid;
        return count + 1;
    }

    int Take(byte b, Span<char> chars)
    {
        if (holding == 0)
        {
            if (b < 0x80)
                chars[0] = (char)b;
            else if (b is KanaShift or SupplementShift || IsPart(b))
                held[holding++] = b;
            else
                chars[0] = Invalid;
            return 1 - holding;
        }
        if (!IsPart(b))
        {
            // A broken pair must not swallow the delimiter or line end that follows it.
            holding = 0;
            chars[0] = Invalid;
            return 1 + Take(b, chars[1..]);
        }
        if (held[0] == SupplementShift && holding == 1)
        {
            held[holding++] = b;
            return 0;
        }
        chars[0] = held[0] switch
        {
            SupplementShift => Missing,
            KanaShift => b <= 0xDF ? Cp932Table.Single(b) : Invalid,
            var lead => Double(lead, b),
        };
        holding = 0;
        return 1;
    }

    static bool IsPart(byte b) => b is >= 0xA1 and <= 0xFE;

    static char Double(byte lead, byte trail)
    {
        var (row, cell) = (lead - 0xA1, trail - 0xA1);
        var first = row / 2 + (row < 62 ? 0x81 : 0xC1);
        var second = row % 2 == 1 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41);
        var c = first <= 0xFC ? Cp932Table.Double((byte)first, (byte)second) : Invalid;
        return c == Invalid && lead >= FirstPrivateRow ? (char)('\uE000' + (lead - FirstPrivateRow) * 94 + cell) : c;
    }
}
