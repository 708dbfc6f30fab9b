using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>Waits for what other processes do in their own time.</summary>
static class Eventually
{
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> holds, int seconds = 30)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (true)
        {
            var value = await read();
            if (holds(value))
                return value;
            Assert.True(DateTime.UtcNow < end, $"It did not come about within {seconds} s; last: {value}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static Task<bool> HoldsAsync(Func<bool> holds, int seconds = 30) => GetAsync(() => Task.FromResult(holds()), held => held, seconds);
}
