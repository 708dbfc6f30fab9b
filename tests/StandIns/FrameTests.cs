using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class FrameTests : IAsyncLifetime
{
    readonly HttpClient http = new();
    EchoHost host = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await EchoHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsReadTheSame()
    {
        byte[] frames = [.. RawCall.Frame(new SayRequest { Text = "いろは" }), .. RawCall.Frame(new SayRequest()), .. RawCall.Frame(new SayRequest { Text = "b" })];
        for (var cut = 0; cut <= frames.Length; cut++)
        {
            var (status, _, body) = await SendAsync("Collect", frames[..cut], frames[cut..]);
            Assert.Equal(StatusCode.OK, status);
            Assert.Equal(["いろは", "", "b"], SayReply.Parser.ParseFrom(body.AsSpan(5)).Words);
        }
    }

    [Fact]
    public async Task Stream_ByteByByte_IsReadTheSame()
    {
        var frame = RawCall.Frame(new SayRequest { Text = "abc" });
        var (status, _, body) = await SendAsync("Say", [.. frame.Select(one => new[] { one })]);
        Assert.Equal(StatusCode.OK, status);
        Assert.Equal("abc", SayReply.Parser.ParseFrom(body.AsSpan(5)).Text);
    }

    [Fact]
    public async Task Frame_ThatEndsEarly_IsInternal()
    {
        var frame = RawCall.Frame(new SayRequest { Text = "abc" });
        for (var length = 1; length < frame.Length; length++)
        {
            Assert.Equal(StatusCode.Internal, (await SendAsync("Say", frame[..length])).Status);
            Assert.Equal(StatusCode.Internal, (await SendAsync("Collect", frame[..length])).Status);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(128)]
    [InlineData(255)]
    public async Task WrongFlag_IsInternal(byte flag) =>
        Assert.Equal(StatusCode.Internal, (await SendAsync("Say", RawCall.Frame(new SayRequest(), flag))).Status);

    [Fact]
    public async Task CompressedFlagWithoutEncoding_IsInternal() =>
        Assert.Equal(StatusCode.Internal, (await SendAsync("Say", RawCall.Frame(new SayRequest(), flag: 1))).Status);

    [Fact]
    public async Task UnknownEncoding_IsUnimplemented()
    {
        var (status, _, _) = await RawCall.SendAsync(http, host.Http2, "Say", [RawCall.Frame(new SayRequest(), flag: 1)], Stop, ("grpc-encoding", "br"));
        Assert.Equal(StatusCode.Unimplemented, status);
    }

    [Fact]
    public async Task CorruptCompression_IsInternal()
    {
        var (status, _, _) = await RawCall.SendAsync(http, host.Http2, "Say", [RawCall.Frame([1, 2, 3, 4], flag: 1)], Stop, ("grpc-encoding", "gzip"));
        Assert.Equal(StatusCode.Internal, status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task CompressedMessage_IsUnpacked(string encoding)
    {
        var packed = Pack(new SayRequest { Text = "packed" }.ToByteArray(), encoding);
        var (status, _, body) = await RawCall.SendAsync(http, host.Http2, "Say", [RawCall.Frame(packed, flag: 1)], Stop, ("grpc-encoding", encoding));
        Assert.Equal(StatusCode.OK, status);
        Assert.Equal("packed", SayReply.Parser.ParseFrom(body.AsSpan(5)).Text);
    }

    [Fact]
    public async Task SmallMessageThatUnfoldsOverTheLimit_IsExhausted()
    {
        var bomb = Pack(new byte[64 * 1024 * 1024], "gzip");
        var (status, _, _) = await RawCall.SendAsync(http, host.Http2, "Say", [RawCall.Frame(bomb, flag: 1)], Stop, ("grpc-encoding", "gzip"));
        Assert.Equal(StatusCode.ResourceExhausted, status);
    }

    [Theory]
    [InlineData(4u * 1024 * 1024 + 1)]
    [InlineData(uint.MaxValue)]
    public async Task AnnouncedLengthOverTheLimit_IsExhaustedBeforeTheBytesCome(uint length) =>
        Assert.Equal(StatusCode.ResourceExhausted, (await SendAsync("Say", RawCall.Frame([0], length: length))).Status);

    [Fact]
    public async Task SecondMessageOfUnary_IsInternal()
    {
        var frame = RawCall.Frame(new SayRequest());
        Assert.Equal(StatusCode.Internal, (await SendAsync("Say", frame, frame)).Status);
    }

    [Fact]
    public async Task NoMessageOfUnary_IsInternal() => Assert.Equal(StatusCode.Internal, (await SendAsync("Say")).Status);

    [Fact]
    public async Task PayloadThatIsNoMessage_IsInternal() =>
        Assert.Equal(StatusCode.Internal, (await SendAsync("Say", RawCall.Frame([0x0a, 0xff]))).Status);

    [Fact]
    public async Task UnknownMethodAndService_AreUnimplemented()
    {
        Assert.Equal((StatusCode.Unimplemented, "Method is unimplemented."), Pick(await SendAsync("Nothing", RawCall.Frame(new SayRequest()))));
        Assert.Equal((StatusCode.Unimplemented, "Service is unimplemented."), Pick(await SendAsync("../tests.none.v1.None/Say", RawCall.Frame(new SayRequest()))));
    }

    [Theory]
    [InlineData("bytes-bin", "AMg=", "AMg=")]
    [InlineData("bytes-bin", "AMg", "AMg=")]
    [InlineData("bytes-bin", "AQ,Ag==", "AQ==|Ag==")]
    public async Task BinaryMetadata_WithAndWithoutPadding_IsRead(string name, string sent, string expected)
    {
        byte[]? body = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Http2, "/tests.echo.v1.Echo/Say"))
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(RawCall.Frame(new SayRequest { Act = "headers" })),
        };
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TryAddWithoutValidation(name, sent);
        using var response = await http.SendAsync(request, Stop);
        body = await response.Content.ReadAsByteArrayAsync(Stop);
        Assert.NotEmpty(body);
        Assert.Equal(expected, string.Join('|', response.TrailingHeaders.GetValues($"got-{name}")));
    }

    [Fact]
    public async Task RandomBytes_NeverBreakTheServer()
    {
        var random = Seed.NewRandom();
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            if (bytes.Length > 4 && round % 2 == 0)
                bytes.AsSpan(0, 4).Clear();
            var cut = random.Next(0, bytes.Length + 1);
            var (status, _, _) = await SendAsync(round % 3 == 0 ? "Collect" : "Say", bytes[..cut], bytes[cut..]);
            Assert.True(status is StatusCode.OK or StatusCode.Internal or StatusCode.ResourceExhausted, $"{status} for {Convert.ToHexString(bytes)}");
        }
        Assert.Equal("alive", (await host.Client.SayAsync(new SayRequest { Text = "alive" }, cancellationToken: Stop)).Text);
    }

    static (StatusCode, string) Pick((StatusCode Status, string Detail, byte[] Body) result) => (result.Status, result.Detail);

    static byte[] Pack(byte[] plain, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(plain);
        return packed.ToArray();
    }

    Task<(StatusCode Status, string Detail, byte[] Body)> SendAsync(string method, params byte[][] pieces) =>
        RawCall.SendAsync(http, host.Http2, method, [.. pieces.Select(piece => (ReadOnlyMemory<byte>)piece)], Stop);
}
