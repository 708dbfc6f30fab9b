using Grpc.Core;
using Grpc.Net.Client;

namespace Tsunagu.Tests.StandIns.Clients;

static class Eventually
{
    /// <summary>Asks until the answer is right; half a minute at most.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (!await condition())
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException(what);
            await Task.Delay(20);
        }
    }

    public static Task HoldsAsync(Func<bool> condition, string what) => HoldsAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits, without asking, until the channel says so.</summary>
    public static async Task BecomesAsync(this GrpcChannel channel, ConnectivityState wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (channel.State is var state && state != wanted)
            await channel.WaitForStateChangedAsync(state, limit.Token);
    }
}
