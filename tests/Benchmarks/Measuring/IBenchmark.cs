namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>One figure of the suite beside the limit of the same machine in the same run.</summary>
interface IBenchmark
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Prints its parts as they come and gives the figure it is known by.</summary>
    Task<Figure> RunAsync(Settings settings);
}
