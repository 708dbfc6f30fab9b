using System.Buffers.Binary;
using System.Text;
using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>An answer of gRPC-Web, taken apart.</summary>
sealed record WebAnswer(int HttpStatus, string? ContentType, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<SayReply> Messages, IReadOnlyDictionary<string, string>? Trailers)
{
    /// <summary>The status of the call, wherever it stands.</summary>
    public StatusCode Status => (StatusCode)int.Parse((Trailers ?? Headers)["grpc-status"], System.Globalization.CultureInfo.InvariantCulture);

    public string Detail => Uri.UnescapeDataString((Trailers ?? Headers).GetValueOrDefault("grpc-message", ""));

    public static async Task<WebAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var mediaType = response.Content.Headers.ContentType?.ToString();
        if (mediaType?.StartsWith("application/grpc-web-text", StringComparison.Ordinal) is true)
            body = Decode(body);
        List<SayReply> messages = [];
        Dictionary<string, string>? trailers = null;
        for (var rest = body.AsMemory(); !rest.IsEmpty;)
        {
            if (trailers is not null)
                throw new InvalidDataException("Something follows the trailers.");
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest.Span[1..]);
            var content = rest.Slice(5, length);
            if (rest.Span[0] == 0x80)
                trailers = Lines(Encoding.ASCII.GetString(content.Span));
            else
                messages.Add(SayReply.Parser.ParseFrom(content.Span));
            rest = rest[(5 + length)..];
        }
        return new WebAnswer((int)response.StatusCode, mediaType, response.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(',', h.Value)), messages, trailers);
    }

    /// <summary>Base64 in pieces, each with padding of its own.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        List<byte> bytes = [];
        for (var at = 0; at < text.Length; at += 4)
            bytes.AddRange(Convert.FromBase64String(Encoding.ASCII.GetString(text.Slice(at, 4))));
        return [.. bytes];
    }

    static Dictionary<string, string> Lines(string block) =>
        block.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(part => part[0], part => part[1]);
}
