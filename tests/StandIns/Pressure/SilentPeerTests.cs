using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Peers that are gone without a word: the network no longer carries what they would say.</summary>
public sealed class SilentPeerTests
{
    [Fact]
    public async Task ClientThatAnswersNoPing_LosesItsConnection_AndItsHandlersEnd()
    {
        await using var host = await PressureHost.StartAsync(Impatient);
        await using var peer = await host.ConnectAsync(new PeerHabits { Answers = false });
        await peer.SendAsync(Frame.SettingsAck);
        foreach (var method in (string[])["Say", "Count", "Collect", "Chat"])
        {
            var call = await peer.CallAsync(method);
            await call.SendAsync(RawCall.Frame(new SayRequest { Act = "wait", Number = 1 }), end: method is "Say" or "Count");
        }
        await Eventually.HoldsAsync(() => host.Ledger.Running == 4, "the calls did not arrive");
        await peer.Closed.WaitAsync(CallEnd.Patience);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ClientThatAnswersPings_KeepsItsConnection()
    {
        await using var host = await PressureHost.StartAsync(Impatient);
        await using var peer = await host.ConnectAsync(sees: true);
        var call = await peer.CallAsync("Say", new SayRequest { Act = "wait" });
        await Eventually.HoldsAsync(() => peer.Seen!.Count(frame => frame.Type == FrameType.Ping) >= 3, "no pings");
        Assert.False(peer.Closed.IsCompleted);
        Assert.Equal(1, host.Ledger.Running);
        await call.ResetAsync(8);
        await host.IdleAsync();
    }

    static void Impatient(KestrelServerOptions kestrel)
    {
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(1);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
    }
}
