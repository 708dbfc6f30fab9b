using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Grpc.Core;

namespace Tsunagu.Tests.StandIns;

/// <summary>Calls without a client: the test writes the bytes itself.</summary>
static class RawCall
{
    public static byte[] Frame(IMessage message, byte flag = 0) => Frame(message.ToByteArray(), flag);

    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    /// <summary>Posts the pieces, each flushed by itself; gives the status and the response body.</summary>
    public static async Task<(StatusCode Status, string Detail, byte[] Body)> SendAsync(
        HttpClient http, Uri address, string method, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/tests.echo.v1.Echo/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new PieceContent(pieces),
        };
        request.Content.Headers.ContentType = new("application/grpc");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return ((StatusCode)int.Parse(Value(response, "grpc-status")!, CultureInfo.InvariantCulture), Value(response, "grpc-message") ?? "", body);
    }

    static string? Value(HttpResponseMessage response, string name) =>
        response.Headers.Concat(response.TrailingHeaders).FirstOrDefault(header => header.Key == name).Value?.Single();
}
