using System.Text;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Undoes percent-encoding, of UTF-8 alone.</summary>
static class PercentCoding
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text that was encoded; with <paramref name="keepSlashes"/> an encoded slash stays as it came.</summary>
    /// <exception cref="FormatException">A percent sign without two digits, or bytes that are no UTF-8.</exception>
    internal static string Decode(ReadOnlySpan<char> text, bool keepSlashes)
    {
        if (!text.Contains('%'))
            return text.ToString();
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        while (!text.IsEmpty)
        {
            var percent = text.IndexOf('%');
            var plain = percent < 0 ? text : text[..percent];
            length += Encoding.UTF8.GetBytes(plain, bytes.AsSpan(length));
            text = text[plain.Length..];
            if (text.IsEmpty)
                break;
            var code = text.Length < 3 ? throw new FormatException() : (Digit(text[1]) << 4) | Digit(text[2]);
            if (keepSlashes && code == '/')
                length += Encoding.ASCII.GetBytes(text[..3], bytes.AsSpan(length));
            else
                bytes[length++] = (byte)code;
            text = text[3..];
        }
        try
        {
            return Strict.GetString(bytes.AsSpan(0, length));
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    static int Digit(char digit) => char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : throw new FormatException();
}
