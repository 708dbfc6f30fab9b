using Grpc.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Requests that end too early, wherever and however that is.</summary>
public sealed class RequestCutTests : IAsyncLifetime
{
    static readonly byte[] Message = RawCall.Frame(new SayRequest { Text = "いろは", Number = 3 });

    PressureHost host = null!;

    public async ValueTask InitializeAsync() => host = await PressureHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Say")]
    [InlineData("Count")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task MessageCutAtEveryByte_ByTheEndOfTheStream_IsInternal(string method)
    {
        await using var peer = await host.ConnectAsync();
        var streams = method is "Collect" or "Chat";
        for (var cut = 0; cut <= Message.Length; cut++)
        {
            var call = await peer.CallAsync(method);
            await call.SendAsync(Message.AsMemory(0, cut), end: true);
            var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
            // Nothing at all is an empty stream, and no request where one is due.
            var whole = cut == Message.Length || cut == 0 && streams;
            Assert.True(outcome.Status == (whole ? StatusCode.OK : StatusCode.Internal), $"{cut}: {outcome}");
            Assert.Null(outcome.Reset);
        }
        await host.IsWellAsync();
    }

    [Theory]
    [InlineData("Say")]
    [InlineData("Count")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task MessageCutAtEveryByte_ByAReset_EndsTheHandlerAndNothingElse(string method)
    {
        await using var peer = await host.ConnectAsync();
        for (var cut = 0; cut < Message.Length; cut++)
        {
            var call = await peer.CallAsync(method);
            await call.SendAsync(Message.AsMemory(0, cut));
            await call.ResetAsync((uint)(cut % 14));
        }
        await host.IdleAsync();
        // The connection is as good as before.
        var last = await peer.CallAsync("Say", new SayRequest { Text = "after" });
        Assert.Equal(StatusCode.OK, (await last.Ended.WaitAsync(CallEnd.Patience)).Status);
    }

    [Fact]
    public async Task MessageCutAtEveryByte_AndSentOnLater_IsReadTheSame()
    {
        await using var peer = await host.ConnectAsync();
        for (var cut = 0; cut <= Message.Length; cut++)
        {
            var call = await peer.CallAsync("Chat");
            await call.SendAsync(Message.AsMemory(0, cut));
            // An acknowledged PING has overtaken nothing: the server has seen the first part by itself.
            await peer.SendAsync(Frame.Ping(cut));
            await call.SendAsync(Message.AsMemory(cut), end: true);
            var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
            Assert.True(outcome.Status == StatusCode.OK, $"{cut}: {outcome}");
            Assert.Equal("いろは", SayReply.Parser.ParseFrom(outcome.Body.AsSpan(5)).Text);
        }
    }

    [Fact]
    public async Task ConnectionCutAtEveryByte_LeavesNothingBehind()
    {
        byte[] whole =
        [
            .. Peer.Preface, .. Frame.Settings((1, 0)).ToBytes(), .. Frame.Headers(1, HeaderBlock.Write(Peer.RequestHeaders("Chat"))).ToBytes(),
            .. Frame.Data(1, Message).ToBytes(), .. Frame.Data(1, Message, end: true).ToBytes(),
        ];
        for (var cut = 0; cut <= whole.Length; cut++)
        {
            using var tcp = new System.Net.Sockets.TcpClient();
            await tcp.ConnectAsync(host.Address.Host, host.Address.Port);
            await tcp.GetStream().WriteAsync(whole.AsMemory(0, cut));
            // Alternately a reset and an orderly end of the connection.
            if (cut % 2 == 0)
                tcp.Client.Close(0);
        }
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ConnectionLost_WhileHandlersWait_EndsThem()
    {
        var peer = await host.ConnectAsync();
        for (var call = 0; call < 20; call++)
            await peer.CallAsync(call % 2 == 0 ? "Say" : "Count", new SayRequest { Act = "wait", Number = 1 });
        await Eventually.HoldsAsync(() => host.Ledger.Running == 20, "not all calls arrived");
        peer.Cut();
        await host.IsWellAsync();
        await peer.DisposeAsync();
    }
}
