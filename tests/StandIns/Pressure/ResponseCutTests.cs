using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Responses that end too early, wherever and however that is.</summary>
public sealed class ResponseCutTests
{
    static readonly byte[] Message = RawCall.Frame(new SayReply { Text = "いろは", Number = 3 });

    [Fact]
    public async Task MessageCutAtEveryByte_ByTrailersThatSayOk_IsInternal()
    {
        for (var cut = 0; cut <= Message.Length; cut++)
        {
            var statuses = await CallAllAsync(async exchange =>
            {
                await exchange.RespondAsync();
                await exchange.SendAsync(Message.AsMemory(0, cut));
                await exchange.TrailAsync(("grpc-status", "0"));
            });
            var expected = cut == Message.Length ? StatusCode.OK : StatusCode.Internal;
            // No message at all is a good end of a stream.
            var ofStream = cut == 0 ? StatusCode.OK : expected;
            Assert.True(statuses.SequenceEqual([expected, ofStream, expected, ofStream]), $"{cut}: {string.Join(' ', statuses)}");
        }
    }

    [Fact]
    public async Task MessageCutAtEveryByte_ByTrailersThatSayWhy_GivesTheirStatus()
    {
        for (var cut = 0; cut < Message.Length; cut++)
        {
            var statuses = await CallAllAsync(async exchange =>
            {
                await exchange.RespondAsync();
                await exchange.SendAsync(Message.AsMemory(0, cut));
                await exchange.TrailAsync(("grpc-status", "9"), ("grpc-message", "why"));
            });
            // A broken message is broken whatever follows; without one the trailers speak.
            var expected = cut == 0 ? StatusCode.FailedPrecondition : StatusCode.Internal;
            Assert.True(statuses.All(status => status == expected), $"{cut}: {string.Join(' ', statuses)}");
        }
    }

    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x3, StatusCode.Internal)]
    [InlineData(0x4, StatusCode.Internal)]
    [InlineData(0x6, StatusCode.Internal)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0x9, StatusCode.Internal)]
    [InlineData(0xa, StatusCode.Internal)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task Reset_AtEveryByte_IsMappedByTheProtocolsTable(uint code, StatusCode expected)
    {
        for (var cut = -1; cut < Message.Length; cut += code == 8 ? 1 : 7)
        {
            var statuses = await CallAllAsync(async exchange =>
            {
                if (cut >= 0)
                {
                    await exchange.RespondAsync();
                    await exchange.SendAsync(Message.AsMemory(0, cut));
                }
                await exchange.ResetAsync(code);
            });
            Assert.True(statuses.All(status => status == expected), $"{cut}: {string.Join(' ', statuses)}");
        }
    }

    [Fact]
    public async Task RefusedStream_AfterTheResponseBegan_IsUnavailable()
    {
        var statuses = await CallAllAsync(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync(Message.AsMemory(0, 6));
            await exchange.ResetAsync(7);
        });
        Assert.All(statuses, status => Assert.Equal(StatusCode.Unavailable, status));
    }

    [Fact]
    public async Task ResetWithNoError_AfterTheTrailers_ChangesNothing()
    {
        // How a server that needs no more of the request ends a call.
        var statuses = await CallAllAsync(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync(Message);
            await exchange.TrailAsync(("grpc-status", "0"));
            await exchange.ResetAsync(0);
        });
        Assert.All(statuses, status => Assert.Equal(StatusCode.OK, status));
    }

    [Fact]
    public async Task ConnectionCutAtEveryByte_IsUnavailableUntilTheLast()
    {
        byte[] whole =
        [
            .. Frame.Headers(1, HeaderBlock.Write((":status", "200"), ("content-type", "application/grpc"))).ToBytes(),
            .. Frame.Data(1, Message).ToBytes(), .. Frame.Headers(1, HeaderBlock.Write(("grpc-status", "0")), end: true).ToBytes(),
        ];
        for (var cut = 0; cut <= whole.Length; cut++)
        {
            await using var server = new RawServer(async exchange =>
            {
                await exchange.Peer.SendLastBytesAsync(whole.AsMemory(0, cut));
                if (cut % 2 == 0)
                    exchange.Peer.Cut();
                else
                    await exchange.Peer.DisposeAsync();
            });
            using var channel = GrpcChannel.ForAddress(server.Address);
            var status = await CallEnd.OfAsync(() => new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync);
            // A reset may throw away what was sent before it, even all of it.
            if (cut < whole.Length)
                Assert.True(status.StatusCode == StatusCode.Unavailable, $"{cut} of {whole.Length}: {status}");
            else
                Assert.True(status.StatusCode is StatusCode.OK or StatusCode.Unavailable, $"{status}");
        }
    }

    /// <summary>How the four kinds of call end before the same server.</summary>
    static async Task<StatusCode[]> CallAllAsync(Func<Exchange, Task> answer)
    {
        await using var server = new RawServer(answer);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new Echo.EchoClient(channel);
        return
        [
            await CallEnd.CodeAsync(() => client.SayAsync(new SayRequest()).ResponseAsync),
            await CallEnd.CodeAsync(async () => await CallEnd.ReadToEndAsync(client.Count(new SayRequest()).ResponseStream)),
            await CallEnd.CodeAsync(async () =>
            {
                using var call = client.Collect();
                await call.RequestStream.CompleteAsync();
                await call;
            }),
            await CallEnd.CodeAsync(async () =>
            {
                using var call = client.Chat();
                await CallEnd.ReadToEndAsync(call.ResponseStream);
            }),
        ];
    }
}
