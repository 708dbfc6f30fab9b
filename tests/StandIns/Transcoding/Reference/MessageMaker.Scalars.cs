using System.Text;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

sealed partial class MessageMaker
{
    static readonly string[] Letters =
    [
        "a", "Z", "0", "9", "-", "_", ".", "~", " ", "+", "%", "/", "\\", "\"", "'", "&", "=", "?", "#", ":", ";", ",", "@", "!", "$", "(", ")", "*", "[", "]",
        "{", "}", "<", ">", "^", "`", "|", "\t", "\n", "\r", "\u0001", "\u001f", "\u007f", "\u0080", "\u2028", "\ufeff", "\ufffd", "é", "ß", "あ", "漢", "ﾊﾟ", "が",
        "𠮷", "👨‍👩‍👧", "%2F", "%25", "%41", "..", "null", "true", "1e3",
    ];

    public bool Chance(double share) => random.NextDouble() < share;

    public T Pick<T>(params T[] all) => all[random.Next(all.Length)];

    public string Text(int atLeast = 0)
    {
        var text = new StringBuilder();
        for (var left = Math.Max(atLeast, random.Next(6)); left > 0; left--)
            text.Append(Chance(0.6) ? ((char)('a' + random.Next(26))).ToString() : Pick(Letters));
        return text.ToString();
    }

    byte[] Bytes()
    {
        var bytes = new byte[random.Next(7)];
        random.NextBytes(bytes);
        return bytes;
    }

    // Edges, small numbers, round numbers, and any.
    Int128 Whole(Int128 min, Int128 max) => random.Next(5) switch
    {
        0 => Pick(min, max, 0, Int128.Min(max, 9007199254740993), Int128.Max(min, -1)),
        1 => Pick(1, 1000, 100000) * Math.Max(0, random.Next(20)),
        2 => min + 1 + (Int128)(random.NextDouble() * (double)(max - min - 2)),
        _ => random.Next(100),
    };

    double Floating() => random.Next(4) switch
    {
        0 => Pick(0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 1.5, -2.5e30, 1e-30, 0.1),
        1 => random.Next(-1000, 1000),
        2 => random.NextDouble(),
        _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-37, 37)),
    };

    int Nanos() => Pick(0, 1, 999_999_999, 500_000_000, random.Next(1000) * 1_000_000, random.Next(1_000_000) * 1000, random.Next(1_000_000_000));

    List<T> Many<T>(int min, int max, Func<T> make)
    {
        var made = new List<T>();
        for (var left = random.Next(min, max + 1); left > 0; left--)
            made.Add(make());
        return made;
    }
}
