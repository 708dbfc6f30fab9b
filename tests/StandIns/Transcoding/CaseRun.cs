using System.Globalization;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>Numbered cases of one test, each with a randomness of its own: a slice, twenty times as many with <c>TSUNAGU_TIER=full</c>.</summary>
sealed class CaseRun
{
    const int FullFactor = 20;

    readonly int seed = Seed.Draw();

    public static int Count(int slice) => Tier.IsFull ? slice * FullFactor : slice;

    /// <summary>The randomness of one case, by itself.</summary>
    public Random For(int number) => new(unchecked(seed * 31 + number * 7919));

    /// <summary>What a failure calls a case.</summary>
    public string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"seed {seed} case {number}");

    /// <summary>Runs numbered cases over a few connections, many at once on each.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(
        Uri address, int count, Func<int, (byte[] Request, Func<RawAnswer, string?> Check)> prepare, CancellationToken cancellation)
    {
        const int Connections = 4, AtOnce = 64, Shown = 5;
        var wrong = new List<string>();
        var next = 0;
        async Task WorkAsync()
        {
            await using var http = await RawHttp.ConnectAsync(address, cancellation);
            while (Interlocked.Add(ref next, AtOnce) - AtOnce is var first && first < count && wrong.Count < Shown)
            {
                var cases = Enumerable.Range(first, Math.Min(AtOnce, count - first)).Select(prepare).ToArray();
                var sending = http.SendAsync([.. cases.SelectMany(one => one.Request)], cancellation);
                foreach (var one in cases)
                {
                    var answer = await http.ReceiveAsync(cancellation).WaitAsync(TimeSpan.FromMinutes(1), cancellation);
                    if (one.Check(answer) is { } problem)
                    {
                        lock (wrong)
                        {
                            if (wrong.Count < Shown)
                                wrong.Add(problem);
                        }
                    }
                }
                await sending;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(WorkAsync, cancellation)));
        return wrong;
    }
}
