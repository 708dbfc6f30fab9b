namespace Tsunagu.Tests.TestKit.Population;

/// <summary>Draws things by their weight.</summary>
sealed class Weighted<T>
{
    readonly T[] _things;
    readonly double[] _upTo;

    public Weighted(IReadOnlyList<(T Thing, double Weight)> entries)
    {
        _things = [.. entries.Select(entry => entry.Thing)];
        _upTo = new double[entries.Count];
        var sum = 0.0;
        for (var i = 0; i < entries.Count; i++)
            _upTo[i] = sum += entries[i].Weight;
    }

    public T Draw(Random random)
    {
        var place = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _things[Math.Min(place < 0 ? ~place : place, _things.Length - 1)];
    }
}
