using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>The sample city's files in turn, each time a line shorter or longer than before, so that there is something to merge.</summary>
sealed class DepartmentFiles
{
    readonly (string Feed, byte[] Whole)[] files =
    [
        .. Directory.GetFiles(Repository.PathOf("apphost/sample/day1/feeds"), "*.csv").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
    ];

    int count;

    /// <summary>The register, which the others refer to.</summary>
    public static (string Feed, byte[] Bytes) Residents => ("residents", File.ReadAllBytes(Repository.PathOf("apphost/sample/day1/residents.csv")));

    /// <summary>The register and every other file, as they are.</summary>
    public static IReadOnlyList<(string Feed, byte[] Bytes)> All() => [Residents, .. new DepartmentFiles().files];

    public (string Feed, byte[] Bytes) Next()
    {
        var number = Interlocked.Increment(ref count) - 1;
        var (feed, whole) = files[number % files.Length];
        return (feed, number / files.Length % 2 == 0 ? whole : WithoutLastLine(whole));
    }

    static byte[] WithoutLastLine(byte[] whole) => whole[..(Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1)];
}
