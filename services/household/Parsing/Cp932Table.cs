using System.Text;

namespace Tsunagu.Households.Parsing;

/// <summary>What each byte and pair of bytes of code page 932 means.</summary>
static class Cp932Table
{
    const char MiddleDot = '・';

    static readonly char[] Pairs = Build();

    public static bool IsLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    public static bool IsTrail(byte b) => b is >= 0x40 and <= 0xFC and not 0x7F;

    /// <summary>ASCII and half-width kana; 80, A0 and FD-FF are undefined.</summary>
    public static char Single(byte b) => b switch
    {
        < 0x80 => (char)b,
        >= 0xA1 and <= 0xDF => (char)(b - 0xA1 + '｡'),
        _ => SourceDecoder.Invalid,
    };

    public static char Double(byte lead, byte trail) => Pairs[(lead << 8) | trail];

    static char[] Build()
    {
        var lenient = CodePagesEncodingProvider.Instance.GetEncoding(932)
            ?? throw new NotSupportedException("code page 932 is not available");
        var pairs = new char[0x10000];
        Array.Fill(pairs, SourceDecoder.Invalid);
        for (var lead = 0x81; lead <= 0xFC; lead++)
        {
            if (!IsLead((byte)lead))
                continue;
            for (var trail = 0x40; trail <= 0xFC; trail++)
            {
                var c = lenient.GetString([(byte)lead, (byte)trail])[0];
                // The lenient decoder answers ・ for undefined pairs; the real one is 81 45.
                if (IsTrail((byte)trail) && (c != MiddleDot || (lead, trail) == (0x81, 0x45)))
                    pairs[(lead << 8) | trail] = c;
            }
        }
        return pairs;
    }
}
