using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Answers that are no gRPC, and answers whose status is hidden, doubled or missing.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task MetadataBeyondTheServersCount_IsUnknown_AndTheNextCallIsServed()
    {
        await using var host = await PressureHost.StartAsync();
        var many = new Metadata();
        for (var number = 0; number < 150; number++)
            many.Add($"h-{number}", "v");
        // The server answers with HTTP status 431, which the protocol's table does not name.
        var status = await CallEnd.OfAsync(() => host.Client.SayAsync(new SayRequest(), many).ResponseAsync);
        Assert.Equal(StatusCode.Unknown, status.StatusCode);
        Assert.Contains("431", status.Detail, StringComparison.Ordinal);
        Assert.Equal("next", (await host.Client.SayAsync(new SayRequest { Text = "next" })).Text);
    }

    [Fact]
    public async Task MetadataBeyondTheServersSize_EndsTheCallAlone()
    {
        await using var host = await PressureHost.StartAsync();
        await host.Client.SayAsync(new SayRequest());
        using var other = host.Client.Chat();
        await other.RequestStream.WriteAsync(new SayRequest { Text = "other" });
        Assert.True(await other.ResponseStream.MoveNext(CancellationToken.None));
        var status = await CallEnd.OfAsync(() => host.Client.SayAsync(new SayRequest(), new Metadata { { "huge", new string('x', 40_000) } }).ResponseAsync);
        Assert.NotEqual(StatusCode.OK, status.StatusCode);
        await other.RequestStream.WriteAsync(new SayRequest { Text = "still" });
        Assert.True(await other.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task TrailersAlone_GiveStatusAndMetadata()
    {
        var failure = await FailureAsync(exchange => exchange.Peer.SendAsync(Frame.Headers(
            exchange.Id,
            HeaderBlock.Write((":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "5"), ("grpc-message", "none%20such"), ("why", "because")),
            end: true)));
        Assert.Equal(new Status(StatusCode.NotFound, "none such"), failure.Status);
        Assert.Equal("because", failure.Trailers.GetValue("why"));
    }

    [Fact]
    public async Task EndOfTheStreamWithoutTrailers_IsCancelled()
    {
        var failure = await FailureAsync(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync(RawCall.Frame(new SayReply()), end: true);
        });
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Contains("grpc-status", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrailersWithoutAStatus_AreCancelled()
    {
        var failure = await FailureAsync(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync(RawCall.Frame(new SayReply()));
            await exchange.TrailAsync(("grpc-message", "no status"));
        });
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task MessagesAfterAGoodOne_OfASingleAnswer_AreInternal()
    {
        var failure = await FailureAsync(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync((byte[])[.. RawCall.Frame(new SayReply()), .. RawCall.Frame(new SayReply())]);
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    [Theory]
    [InlineData("400", StatusCode.Internal)]
    [InlineData("401", StatusCode.Unauthenticated)]
    [InlineData("403", StatusCode.PermissionDenied)]
    [InlineData("404", StatusCode.Unimplemented)]
    [InlineData("413", StatusCode.Unknown)]
    [InlineData("429", StatusCode.Unavailable)]
    [InlineData("431", StatusCode.Unknown)]
    [InlineData("500", StatusCode.Unknown)]
    [InlineData("502", StatusCode.Unavailable)]
    [InlineData("503", StatusCode.Unavailable)]
    [InlineData("504", StatusCode.Unavailable)]
    public async Task HttpStatus_WithoutAGrpcStatus_IsMappedByTheProtocolsTable(string http, StatusCode expected)
    {
        var failure = await FailureAsync(exchange => exchange.Peer.SendAsync(Frame.Headers(
            exchange.Id, HeaderBlock.Write((":status", http), ("content-type", "text/plain")), end: true)));
        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task ConnectionThatIsNoHttp2_IsUnavailableOrInternal()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var tcp = await listener.AcceptTcpClientAsync();
            await tcp.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        using var channel = GrpcChannel.ForAddress($"http://{listener.LocalEndpoint}");
        var status = await CallEnd.OfAsync(() => new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync);
        Assert.True(status.StatusCode is StatusCode.Unavailable or StatusCode.Internal, status.ToString());
        await serving;
    }

    static async Task<RpcException> FailureAsync(Func<Exchange, Task> answer)
    {
        await using var server = new RawServer(answer);
        using var channel = GrpcChannel.ForAddress(server.Address);
        return await Assert.ThrowsAsync<RpcException>(() => new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync.WaitAsync(CallEnd.Patience));
    }
}
