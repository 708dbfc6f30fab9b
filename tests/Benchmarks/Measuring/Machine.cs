using System.Runtime.InteropServices;

namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>What the figures were measured on.</summary>
static class Machine
{
    public static string Describe() =>
        $"# {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors, {Processor()}, load {Load()}";

    static string Processor() => Read("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";

    // Other programs on the machine take from both sides, but not evenly.
    static string Load() => Read("/proc/loadavg").FirstOrDefault()?.Split(' ')[0] ?? "unknown";

    static string[] Read(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
