namespace Tsunagu.Households.Parsing;

/// <summary>
/// Code page 932 with both byte forms of the NEC and IBM extensions (髙 = EE E0 and FB FC). 外字 F040-F9FC become the private use
/// characters U+E000-U+E757. The runtime's strict decoder refuses the NEC forms and its lenient one turns invalid bytes into ・, so
/// bytes go through a table that tells the two apart.
/// </summary>
sealed class Cp932Decoder : SourceDecoder
{
    int lead = -1;

    public override int MostChars(int bytes) => bytes + 1;

    public override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool last)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            if (lead < 0)
            {
                if (Cp932Table.IsLead(b))
                    lead = b;
                else
                    chars[count++] = Cp932Table.Single(b);
                continue;
            }
            var first = (byte)lead;
            lead = -1;
            if (Cp932Table.IsTrail(b))
            {
                chars[count++] = Cp932Table.Double(first, b);
                continue;
            }
            // A broken pair must not swallow the delimiter or line end that follows it.
            chars[count++] = Invalid;
            chars[count++] = Cp932Table.Single(b);
        }
        if (last && lead >= 0)
        {
            chars[count++] = Invalid;
            lead = -1;
        }
        return count;
    }
}
