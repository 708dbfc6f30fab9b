namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>How long is measured.</summary>
/// <param name="Rounds">Pairs of measurements, ours and limit in turn.</param>
/// <param name="Round">Time of one measurement.</param>
/// <param name="Warm">Time of each side before the first.</param>
sealed record Settings(int Rounds, TimeSpan Round, TimeSpan Warm)
{
    public static Settings Full { get; } = new(7, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    /// <summary>Shows that everything runs; its figures mean nothing.</summary>
    public static Settings Smoke { get; } = new(1, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));

    /// <summary>Part of the name of the parts to run; all when null.</summary>
    public string? Only { get; init; }

    /// <summary><c>ours</c> or <c>limit</c> to run that side alone, for a profiler; both when null.</summary>
    public string? Side { get; init; }

    /// <summary>How many residents a made-up town has; the benchmark's own number when null.</summary>
    public int? People { get; init; }

    /// <summary>True: an import is looked into once more after it was measured.</summary>
    public bool Profile { get; init; }

    public bool Asks(string part) => Only is null || part.Contains(Only, StringComparison.Ordinal);
}
