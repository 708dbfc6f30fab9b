namespace Tsunagu.Tests.TestKit;

/// <summary>Waits for what other processes do in their own time.</summary>
public static class Eventually
{
    const int Patience = 40;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again until it holds; what was seen then.</summary>
    /// <param name="look">Looks.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="seconds">Longest wait.</param>
    /// <exception cref="TimeoutException">It did not come about; the message holds what was seen last.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Func<T, bool> holds, int seconds = Patience)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); ; await Task.Delay(Pause))
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"It did not come about within {seconds} s; last: {seen}");
        }
    }

    /// <summary>Asks again until it holds.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="seconds">Longest wait.</param>
    /// <exception cref="TimeoutException">It did not come about.</exception>
    public static Task HoldsAsync(Func<bool> holds, int seconds = Patience) => GetAsync(() => Task.FromResult(holds()), held => held, seconds);

    /// <summary>Asks again until it holds.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="what">What is waited for.</param>
    /// <exception cref="TimeoutException">It did not come about.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> holds, string what)
    {
        try
        {
            await GetAsync(holds, held => held);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{what}: {late.Message}", late);
        }
    }
}
