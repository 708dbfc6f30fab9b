using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Lengths and flags of messages, in both directions.</summary>
public sealed class MessageTests
{
    const int Limit = 10_000;


    public static TheoryData<byte[], string?, StatusCode> Messages => new()
    {
        { RawCall.Frame([]), null, StatusCode.OK },
        { RawCall.Frame(Filled(Limit)), null, StatusCode.OK },
        { RawCall.Frame(Filled(Limit + 1)), null, StatusCode.ResourceExhausted },
        { RawCall.Frame([1], length: Limit + 1), null, StatusCode.ResourceExhausted },
        { RawCall.Frame([1], length: int.MaxValue), null, StatusCode.ResourceExhausted },
        { RawCall.Frame([1], length: 0x8000_0000), null, StatusCode.ResourceExhausted },
        { RawCall.Frame([1], length: uint.MaxValue), null, StatusCode.ResourceExhausted },
        { RawCall.Frame([], flag: 1), null, StatusCode.Internal },
        { RawCall.Frame([], flag: 1), "identity", StatusCode.Internal },
        { RawCall.Frame([], flag: 1), "", StatusCode.Internal },
        { RawCall.Frame([1, 2, 3], flag: 1), "gzip", StatusCode.Internal },
        { RawCall.Frame([1, 2, 3], flag: 1), "deflate", StatusCode.Internal },
        // An encoding that is announced and not used.
        { RawCall.Frame([]), "gzip", StatusCode.OK },
        { RawCall.Frame([0x0a, 0xff]), null, StatusCode.Internal },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Request_EndsWithItsStatus(byte[] message, string? encoding, StatusCode expected)
    {
        await using var host = await PressureHost.StartAsync(options: options => options.MaxReceiveMessageSize = Limit);
        await using var peer = await host.ConnectAsync();
        foreach (var method in (string[])["Say", "Count", "Collect", "Chat"])
        {
            var call = await peer.CallAsync(method, encoding is null ? [] : [("grpc-encoding", encoding)]);
            await call.SendAsync(message, end: true);
            var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
            Assert.True(outcome.Status == expected, $"{method}: {outcome}");
        }
        await host.IsWellAsync();
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Response_EndsWithItsStatus(byte[] message, string? encoding, StatusCode expected)
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.RespondAsync(encoding is null ? [] : [("grpc-encoding", encoding)]);
            await exchange.SendAsync(message);
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = Limit });
        var client = new Echo.EchoClient(channel);
        Assert.Equal(expected, await CallEnd.CodeAsync(() => client.SayAsync(new SayRequest()).ResponseAsync));
        Assert.Equal(expected, await CallEnd.CodeAsync(() => client.Count(new SayRequest()).ResponseStream.MoveNext(CancellationToken.None)));
    }

    [Fact]
    public async Task EveryWrongFlag_IsInternal_InBothDirections()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        byte flag = 2;
        await using var server = new RawServer(async exchange =>
        {
            await exchange.RespondAsync(("grpc-encoding", "gzip"));
            await exchange.SendAsync(RawCall.Frame([], flag));
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        for (; flag != 0; flag++)
        {
            var call = await peer.CallAsync("Collect", ("grpc-encoding", "gzip"));
            await call.SendAsync(RawCall.Frame([], flag), end: true);
            var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
            Assert.True(outcome.Status == StatusCode.Internal, $"{flag}: {outcome}");
            Assert.Equal(StatusCode.Internal, await CallEnd.CodeAsync(() => new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("GZIP")]
    [InlineData("gzip, deflate")]
    public async Task EncodingThatIsNotKnown_IsUnimplementedAndNamesTheKnown(string encoding)
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        var call = await peer.CallAsync("Say", ("grpc-encoding", encoding));
        await call.SendAsync(RawCall.Frame([], flag: 1), end: true);
        var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
        Assert.Equal(StatusCode.Unimplemented, outcome.Status);
        Assert.Equal("identity,gzip,deflate", outcome.Value("grpc-accept-encoding"));
    }

    // Field 10, bytes: a message of exactly that length.
    static byte[] Filled(int length) => [0x52, .. Varint(length - 3), .. new byte[length - 3]];

    static byte[] Varint(int number) => [(byte)(number | 128), (byte)(number >> 7)];
}
