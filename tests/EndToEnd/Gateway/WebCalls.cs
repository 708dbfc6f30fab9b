using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>gRPC-Web by bytes: frames, and Base64 where the form is text.</summary>
static class WebCalls
{
    public static byte[] Frame(IMessage message)
    {
        var payload = message.ToByteArray();
        var frame = new byte[5 + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    public static HttpRequestMessage Request(Uri gateway, string method, byte[] plain, bool text, string? token)
    {
        var type = text ? "application/grpc-web-text" : "application/grpc-web+proto";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, method))
        {
            Content = new ByteArrayContent(text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(plain)) : plain),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", type);
        request.Headers.TryAddWithoutValidation("accept", type);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>Sends, and reads the answer to its end.</summary>
    public static async Task<WebAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType is "application/grpc-web-text")
            body = Decode(body);
        List<byte[]> messages = [];
        var status = answer.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.First());
        for (var at = 0; at < body.Length;)
        {
            var content = body.AsSpan(at + 5, (int)BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(at + 1))).ToArray();
            if (body[at] == 0x80)
            {
                foreach (var line in Encoding.ASCII.GetString(content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
                    status[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }
            else
            {
                messages.Add(content);
            }
            at += 5 + content.Length;
        }
        return new WebAnswer(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, messages, status);
    }

    /// <summary>Base64 in pieces, each with padding of its own.</summary>
    public static byte[] Decode(byte[] text) =>
        [.. text.Chunk(4).SelectMany(group => Convert.FromBase64String(Encoding.ASCII.GetString(group)))];
}

/// <summary>An answer; headers and trailers in one, since a call without a message has its trailers among the headers.</summary>
sealed record WebAnswer(HttpStatusCode Http, string? MediaType, IReadOnlyList<byte[]> Messages, IReadOnlyDictionary<string, string> Headers)
{
    public StatusCode Status => (StatusCode)int.Parse(Headers["grpc-status"], CultureInfo.InvariantCulture);

    public string Detail => Uri.UnescapeDataString(Headers.GetValueOrDefault("grpc-message", ""));

    /// <summary>The reason of the refusal, from its details.</summary>
    public string Reason => Google.Rpc.Status.Parser
        .ParseFrom(Convert.FromBase64String(Padded(Headers["grpc-status-details-bin"]))).Details
        .Select(detail => detail.TryUnpack<Google.Rpc.ErrorInfo>(out var info) ? ErrorReason.Of(info) : "").First(reason => reason.Length > 0);

    static string Padded(string text) => text.PadRight((text.Length + 3) / 4 * 4, '=');
}
