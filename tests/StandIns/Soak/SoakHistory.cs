using System.Collections.Concurrent;
using Grpc.Core;

namespace Tsunagu.Tests.StandIns.Soak;

/// <summary>What became of every call, as its caller saw it, and how often the server did what it asked; of a fixed size.</summary>
sealed class SoakHistory
{
    const int Most = 16_000_000;

    readonly byte[] ends = new byte[Most];
    readonly byte[] effects = new byte[Most];
    readonly bool[] succeeded = new bool[Most];
    readonly ConcurrentDictionary<StatusCode, int> codes = new();
    int last;

    /// <summary>Outcomes that no caller could expect, the first of them.</summary>
    public ConcurrentQueue<string> Surprises { get; } = new();

    public int Calls => Volatile.Read(ref last);

    public int Next() => Interlocked.Increment(ref last);

    public void Effect(int id)
    {
        lock (effects)
            effects[id]++;
    }

    public void End(int id, StatusCode code)
    {
        ends[id]++;
        succeeded[id] = code == StatusCode.OK;
        codes.AddOrUpdate(code, 1, (_, count) => count + 1);
    }

    public void Surprise(int id, string what)
    {
        if (Surprises.Count < 20)
            Surprises.Enqueue($"call {id}: {what}");
    }

    public int Count(StatusCode code) => codes.GetValueOrDefault(code);

    /// <summary>Calls that did not end exactly once, had more than one effect, or succeeded without any.</summary>
    public IEnumerable<string> Faults() => Enumerable.Range(1, Calls)
        .Where(id => ends[id] != 1 || effects[id] > 1 || succeeded[id] && effects[id] != 1)
        .Select(id => $"call {id}: ended {ends[id]} times, {effects[id]} effects, succeeded {succeeded[id]}");
}
