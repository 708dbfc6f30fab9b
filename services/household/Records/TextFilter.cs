using System.Buffers;
using System.Text;

namespace Tsunagu.Households.Records;

/// <summary>Keeps a text whole that is UTF-8 and holds nothing but text.</summary>
sealed class TextFilter : FileFilter
{
    const int PieceBytes = 4096;

    // Tabs, line ends and page breaks are text.
    static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'))]);

    readonly Decoder decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    readonly char[] letters = new char[PieceBytes + 1];

    public override void Push(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        for (var rest = data; !rest.IsEmpty; rest = rest[Math.Min(PieceBytes, rest.Length)..])
            Look(rest[..Math.Min(PieceBytes, rest.Length)], last: false);
        into.Write(data);
    }

    public override void Complete() => Look([], last: true);

    void Look(ReadOnlySpan<byte> piece, bool last)
    {
        try
        {
            var count = decoder.GetChars(piece, letters, last);
            if (letters.AsSpan(0, count).ContainsAny(Controls))
                throw RecordErrors.KindRefused();
        }
        catch (DecoderFallbackException)
        {
            throw RecordErrors.KindRefused();
        }
    }
}
