using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Waits for what events bring about.</summary>
static class Awaiting
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var until = DateTime.UtcNow + Patience; !await holds(); await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(DateTime.UtcNow < until, $"Not within {Patience}: {what}.");
    }
}
