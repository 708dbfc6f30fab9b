using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Tsunagu.Tests.StandIns;

/// <summary>Waits for what happens in its own time; half a minute at most.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task HoldsAsync(Func<bool> condition, string complaint) => HoldsAsync(condition, () => complaint);

    public static Task HoldsAsync(Func<bool> condition, Func<string> complaint) => HoldsAsync(() => Task.FromResult(condition()), complaint);

    public static Task HoldsAsync(Func<Task<bool>> condition, string complaint) => HoldsAsync(condition, () => complaint);

    /// <summary>Waits, without asking, until the channel says so.</summary>
    public static async Task BecomesAsync(this GrpcChannel channel, ConnectivityState wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (channel.State is var state && state != wanted)
            await channel.WaitForStateChangedAsync(state, limit.Token);
    }

    static async Task HoldsAsync(Func<Task<bool>> condition, Func<string> complaint)
    {
        for (var until = DateTime.UtcNow + Patience; !await condition(); await Task.Delay(10))
            if (DateTime.UtcNow > until)
                Assert.Fail(complaint());
    }
}
