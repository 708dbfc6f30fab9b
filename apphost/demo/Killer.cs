using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>Kills processes of the suite without warning, at seeded instants; the app host brings them back.</summary>
sealed class Killer(HttpClient dashboard, Random random, Narrator narrator)
{
    static readonly string[] Targets = ["gateway", "messaging", "household", "intake", "referral", "meeting", "notification"];
    static readonly TimeSpan Recovery = TimeSpan.FromMinutes(1);

    /// <summary>Kills <paramref name="times"/> processes; every target is hit before any is hit again.</summary>
    public async Task RunAsync(int times, CancellationToken ct)
    {
        var round = new List<string>();
        for (var i = 1; i <= times; i++)
        {
            if (round.Count == 0)
                round.AddRange(Shuffled());
            var target = round[^1];
            round.RemoveAt(round.Count - 1);

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 3_000)), ct);
            Kill(await ProcessIdAsync(target, ct));
            narrator.Line($"{i}/{times} {target} を停止させました（kill -9）");
        }
    }

    string[] Shuffled()
    {
        var targets = Targets.ToArray();
        random.Shuffle(targets);
        return targets;
    }

    /// <summary>The process of a resource that is up; waits while it is still coming back.</summary>
    async Task<int> ProcessIdAsync(string resource, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Recovery)
        {
            var resources = JsonNode.Parse(await dashboard.GetStringAsync("/api/resources", ct)) as JsonArray ?? [];
            var found = resources.FirstOrDefault(item => item!.Text("name") == resource && item!.Text("state") == "Running");
            if (found is not null && found.Number("processId") > 0)
                return (int)found.Number("processId");
            await Task.Delay(200, ct);
        }

        throw new DemoFailure($"{resource} が {Recovery.TotalSeconds:0} 秒たっても動いていません。");
    }

    static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended between the question and the kill: an instant like any other.
        }
    }
}
