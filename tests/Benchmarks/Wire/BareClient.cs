using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Tsunagu.Tests.Benchmarks.Wire.V1;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>The limit's client: HttpClient with the same bytes, ready made.</summary>
sealed class BareClient : IDisposable
{
    static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    readonly HttpClient http;
    readonly Uri say;
    readonly Uri pour;
    readonly byte[] frame;
    readonly string? token;

    public BareClient(Uri server, int size, string? token)
    {
        http = new HttpClient(Transport.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        say = new Uri(server, BareEndpoints.Say);
        pour = new Uri(server, BareEndpoints.Pour);
        this.token = token;
        var message = new Payload { Data = ByteString.CopyFrom(new byte[size]) }.ToByteArray();
        frame = [0, 0, 0, 0, 0, .. message];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
    }

    public async Task<int> SayAsync()
    {
        await CallAsync(NewRequest(say), frame.Length);
        return 1;
    }

    public async Task<int> PourAsync(int count)
    {
        var request = NewRequest(pour);
        request.Headers.TryAddWithoutValidation("count", count.ToString(CultureInfo.InvariantCulture));
        await CallAsync(request, frame.Length * (long)count);
        return count;
    }

    /// <summary>What the serving process has allocated and computed so far.</summary>
    public async Task<(long Bytes, TimeSpan Cpu)> SpentByServerAsync()
    {
        using var request = NewRequest(new Uri(say, BareEndpoints.Spent));
        using var response = await http.SendAsync(request);
        var figures = (await response.Content.ReadAsStringAsync()).Split(' ');
        return (long.Parse(figures[0], CultureInfo.InvariantCulture), TimeSpan.FromTicks(long.Parse(figures[1], CultureInfo.InvariantCulture)));
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage NewRequest(Uri address)
    {
        var content = new ByteArrayContent(frame);
        content.Headers.ContentType = Grpc;
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("user-agent", "grpc-dotnet/2.71.0 (bare)");
        request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity,gzip,deflate");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("authorization", $"Bearer {token}");
        return request;
    }

    async Task CallAsync(HttpRequestMessage request, long expected)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = Transport.Buffer;
        long received = 0;
        while (await body.ReadAsync(buffer) is var count and > 0)
            received += count;
        if (received != expected || !response.TrailingHeaders.NonValidated.TryGetValues("grpc-status", out var status) || status.ToString() != "0")
            throw new InvalidOperationException($"Received {received} of {expected} bytes.");
    }
}
