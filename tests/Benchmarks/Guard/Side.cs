namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>How the household service of the benchmark is run.</summary>
enum Side
{
    /// <summary>As it is.</summary>
    Guarded,

    /// <summary>By a login that bypasses row-level security, in a host without the audit.</summary>
    Open,

    /// <summary>By a login that bypasses row-level security, and else as it is.</summary>
    Unwalled,

    /// <summary>As it is, with a clock at both ends of the admission.</summary>
    Timed,

    /// <summary>As it is, but views are made of nothing but rows, read by prepared SQL.</summary>
    Bare,
}
