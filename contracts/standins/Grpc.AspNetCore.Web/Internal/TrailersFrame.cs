using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Web.Internal;

/// <summary>Trailers as the last frame of a body: flag 0x80, length, then <c>name: value</c> lines.</summary>
static class TrailersFrame
{
    const byte Flag = 0x80;
    const int HeaderSize = 5;

    static readonly SearchValues<char> NameCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz");

    static readonly SearchValues<char> ValueCharacters = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t']);

    /// <exception cref="InvalidOperationException">A name or a value cannot stand in a header.</exception>
    internal static void Write(IHeaderDictionary trailers, IBufferWriter<byte> output)
    {
        var lines = new StringBuilder();
        foreach (var (name, values) in trailers)
        {
            foreach (var value in values)
                // Readers look for lower-case names.
                lines.Append(Checked(name.ToLowerInvariant(), NameCharacters)).Append(": ").Append(Checked(value ?? "", ValueCharacters)).Append("\r\n");
        }
        var frame = output.GetSpan(HeaderSize + lines.Length);
        frame[0] = Flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame[1..], (uint)lines.Length);
        output.Advance(HeaderSize + Encoding.ASCII.GetBytes(lines.ToString(), frame[HeaderSize..]));
    }

    // A line break in a value would let it pass for other trailers.
    static string Checked(string text, SearchValues<char> allowed) =>
        text.AsSpan().IndexOfAnyExcept(allowed) is var at and >= 0
            ? throw new InvalidOperationException($"Invalid character in a trailer: 0x{(int)text[at]:X4}.")
            : text;
}
