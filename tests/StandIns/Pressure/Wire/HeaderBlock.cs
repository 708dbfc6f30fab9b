using System.Text;

namespace Tsunagu.Tests.StandIns.Pressure.Wire;

/// <summary>
/// As much of HPACK as both peers need here: writes literals without index; reads literals and the static table. The dynamic table is
/// switched off by SETTINGS, and neither Kestrel nor SocketsHttpHandler writes Huffman codes.
/// </summary>
static class HeaderBlock
{
    static readonly (string Name, string Value)[] Static =
    [
        (":authority", ""), (":method", "GET"), (":method", "POST"), (":path", "/"), (":path", "/index.html"), (":scheme", "http"), (":scheme", "https"),
        (":status", "200"), (":status", "204"), (":status", "206"), (":status", "304"), (":status", "400"), (":status", "404"), (":status", "500"),
        ("accept-charset", ""), ("accept-encoding", "gzip, deflate"), ("accept-language", ""), ("accept-ranges", ""), ("accept", ""),
        ("access-control-allow-origin", ""), ("age", ""), ("allow", ""), ("authorization", ""), ("cache-control", ""), ("content-disposition", ""),
        ("content-encoding", ""), ("content-language", ""), ("content-length", ""), ("content-location", ""), ("content-range", ""), ("content-type", ""),
        ("cookie", ""), ("date", ""), ("etag", ""), ("expect", ""), ("expires", ""), ("from", ""), ("host", ""), ("if-match", ""), ("if-modified-since", ""),
        ("if-none-match", ""), ("if-range", ""), ("if-unmodified-since", ""), ("last-modified", ""), ("link", ""), ("location", ""), ("max-forwards", ""),
        ("proxy-authenticate", ""), ("proxy-authorization", ""), ("range", ""), ("referer", ""), ("refresh", ""), ("retry-after", ""), ("server", ""),
        ("set-cookie", ""), ("strict-transport-security", ""), ("transfer-encoding", ""), ("user-agent", ""), ("vary", ""), ("via", ""), ("www-authenticate", ""),
    ];

    public static byte[] Write(params IEnumerable<(string Name, string Value)> headers)
    {
        using var block = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            block.WriteByte(0);
            WriteText(block, name);
            WriteText(block, value);
        }
        return block.ToArray();
    }

    public static List<(string Name, string Value)> Read(ReadOnlySpan<byte> block)
    {
        List<(string, string)> headers = [];
        for (var at = 0; at < block.Length;)
        {
            var first = block[at];
            if (first >= 0x80)
            {
                headers.Add(Static[ReadNumber(block, ref at, 7) - 1]);
            }
            else if (first is >= 0x20 and < 0x40)
            {
                _ = ReadNumber(block, ref at, 5);
            }
            else
            {
                var index = ReadNumber(block, ref at, first >= 0x40 ? 6 : 4);
                headers.Add((index == 0 ? ReadText(block, ref at) : Static[index - 1].Name, ReadText(block, ref at)));
            }
        }
        return headers;
    }

    static void WriteText(MemoryStream block, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        if (bytes.Length < 127)
        {
            block.WriteByte((byte)bytes.Length);
        }
        else
        {
            block.WriteByte(127);
            var left = bytes.Length - 127;
            for (; left >= 128; left >>= 7)
                block.WriteByte((byte)(left | 128));
            block.WriteByte((byte)left);
        }
        block.Write(bytes);
    }

    static string ReadText(ReadOnlySpan<byte> block, ref int at)
    {
        if (block[at] >= 0x80)
            throw new NotSupportedException("Huffman codes are not read here.");
        var length = ReadNumber(block, ref at, 7);
        at += length;
        return Encoding.Latin1.GetString(block.Slice(at - length, length));
    }

    static int ReadNumber(ReadOnlySpan<byte> block, ref int at, int prefix)
    {
        var most = (1 << prefix) - 1;
        var number = block[at++] & most;
        if (number < most)
            return number;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[at++];
            number += (next & 127) << shift;
            if (next < 128)
                return number;
        }
    }
}
