using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public static class Eventually
{
    /// <summary>Looks again until it holds; after half a minute gives what there is, for the assertion to tell.</summary>
    public static async Task<T> Async<T>(Func<Task<T>> look, Func<T, bool> holds)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            var seen = await look();
            if (holds(seen) || DateTime.UtcNow > until)
                return seen;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }
}
