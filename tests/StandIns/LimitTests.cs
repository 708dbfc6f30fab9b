using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class LimitTests
{
    const int FourMegabytes = 4 * 1024 * 1024;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RequestOverFourMegabytes_IsExhausted()
    {
        await using var host = await EchoHost.StartAsync();
        Assert.Equal(StatusCode.ResourceExhausted, await StatusAsync(host, new SayRequest { Data = Bytes(FourMegabytes) }));
        using var call = host.Client.Collect(cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new SayRequest { Data = Bytes(FourMegabytes - 100) }, Stop);
        await call.RequestStream.CompleteAsync();
        await call;
    }

    [Fact]
    public async Task ResponseOverTheClientsLimit_IsExhausted()
    {
        await using var host = await EchoHost.StartAsync();
        Assert.Equal(StatusCode.ResourceExhausted, await StatusAsync(host, new SayRequest { Act = "fill", Number = FourMegabytes }));
    }

    [Fact]
    public async Task ResponseOverTheServersSendLimit_IsExhausted()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxSendMessageSize = 1000);
        Assert.Equal(StatusCode.ResourceExhausted, await StatusAsync(host, new SayRequest { Act = "fill", Number = 2000 }));
        Assert.Equal("small", (await host.Client.SayAsync(new SayRequest { Text = "small" }, cancellationToken: Stop)).Text);
    }

    [Fact]
    public async Task LimitsLifted_LetLargeMessagesThrough()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxReceiveMessageSize = null);
        using var channel = GrpcChannel.ForAddress(host.Http2, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var data = Bytes(20_000_000);
        var reply = await new Echo.EchoClient(channel).SayAsync(new SayRequest { Data = data }, cancellationToken: Stop);
        Assert.Equal(data, reply.Request.Data);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compression_BothWays_GivesTheSameMessage(string encoding)
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = encoding);
        using var call = host.Client.Chat(new Metadata { { "grpc-internal-encoding-request", encoding } }, cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new SayRequest { Text = new string('あ', 10_000) }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        Assert.Equal(10_000, call.ResponseStream.Current.Text.Length);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new SayRequest { Text = "plain" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        Assert.Equal("plain", call.ResponseStream.Current.Text);
    }

    [Fact]
    public async Task ClientThatKnowsNoCompression_GetsPlainMessages()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var channel = GrpcChannel.ForAddress(host.Http2, new GrpcChannelOptions { CompressionProviders = new List<ICompressionProvider>() });
        Assert.Equal("x", (await new Echo.EchoClient(channel).SayAsync(new SayRequest { Text = "x" }, cancellationToken: Stop)).Text);
    }

    static ByteString Bytes(int length) => ByteString.CopyFrom(new byte[length]);

    static async Task<StatusCode> StatusAsync(EchoHost host, SayRequest request) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(request, cancellationToken: Stop))).StatusCode;
}
