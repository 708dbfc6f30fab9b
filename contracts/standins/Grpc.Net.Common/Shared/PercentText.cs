using System.Buffers;
using System.Globalization;
using System.Text;

namespace Grpc.Shared;

/// <summary>The percent-encoding of <c>grpc-message</c>: UTF-8, all but printable ASCII and '%' itself as %XX.</summary>
static class PercentText
{
    static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(letter => letter != '%')]);

    internal static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var encoded = new StringBuilder(text.Length * 3);
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (Plain.Contains((char)one))
                encoded.Append((char)one);
            else
                encoded.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }

    /// <summary>Decodes; a broken escape stays as it is, since a message must never hide its status.</summary>
    internal static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var bytes = new ArrayBufferWriter<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                bytes.Write([escaped]);
                at += 2;
            }
            else
            {
                Encoding.UTF8.GetBytes(text.AsSpan(at, 1), bytes);
            }
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
