using System.Globalization;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>
/// How many cases a run has, and from which seed: always the same slice, twenty times as many from a new seed with <c>TSUNAGU_TIER=full</c>;
/// <c>TSUNAGU_SEED</c> repeats one.
/// </summary>
static class CaseRun
{
    const int FullFactor = 20;
    const int SliceSeed = 20_261_101;

    static readonly bool Full = Environment.GetEnvironmentVariable("TSUNAGU_TIER") == "full";

    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("TSUNAGU_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Full ? Random.Shared.Next() : SliceSeed;

    public static int Count(int slice) => Full ? slice * FullFactor : slice;

    /// <summary>The randomness of one case, by itself.</summary>
    public static Random For(int number) => new(unchecked(Seed * 31 + number * 7919));

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
