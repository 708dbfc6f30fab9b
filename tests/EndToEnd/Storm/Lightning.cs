using System.Diagnostics;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Kills processes of the suite without warning (<c>-9</c>), servers included, and now and then the app host with all of them.</summary>
sealed class Lightning(SuiteProcess suite, StormPlan plan, Ledger ledger, Action<string> tell)
{
    const string Host = "app host";

    readonly Random random = new(plan.Seed);
    readonly Queue<string> round = new();
    readonly Dictionary<string, int> struck = [];
    int rounds;

    /// <summary>How often each was killed.</summary>
    public IReadOnlyDictionary<string, int> Struck => struck;

    bool Over => plan.Rounds > 0 && rounds == plan.Rounds && round.Count == 0;

    /// <summary>Goes on for as many rounds as are planned, or until told to stop; the last kill is over by then.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!Over && await CalmAsync(stop))
            await StrikeAsync();
    }

    /// <summary>Waits for the next instant; false when there is none any more.</summary>
    async Task<bool> CalmAsync(CancellationToken stop)
    {
        var next = ledger.Commands + (plan.Calm * (0.2 + (1.6 * random.NextDouble())));
        while (ledger.Commands < next && !stop.IsCancellationRequested)
            await Task.Delay(20, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Not always right after an answer.
        await Task.Delay(random.Next(100), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    async Task StrikeAsync()
    {
        if (plan.HostEvery > 0 && (struck.Values.Sum() + 1) % plan.HostEvery == 0)
        {
            Note(Host);
            await suite.RestartKilledAsync();
            return;
        }

        var up = await UpAsync();
        if (round.Count == 0)
            Fill(up.Keys);
        var target = round.Dequeue();
        if (up.TryGetValue(target, out var processId) && Kill(processId))
            Note(target);
        else
            // Still coming back: its turn comes later.
            round.Enqueue(target);
    }

    /// <summary>Processes by name.</summary>
    async Task<IReadOnlyDictionary<string, int>> UpAsync() =>
        (await suite.ResourcesAsync(CancellationToken.None))
            .Where(resource => resource["processId"] is not null)
            .ToDictionary(resource => resource["name"]!.ToString(), resource => (int)resource["processId"]!);

    void Fill(IEnumerable<string> names)
    {
        var targets = names.Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(targets);
        Array.ForEach(targets, round.Enqueue);
        rounds++;
    }

    static bool Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
            return true;
        }
        catch (ArgumentException)
        {
            // It ended between the question and the kill.
            return false;
        }
    }

    void Note(string target)
    {
        struck[target] = struck.GetValueOrDefault(target) + 1;
        tell($"kill {struck.Values.Sum()}: {target}");
    }
}
