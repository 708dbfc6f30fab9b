using System.Text.RegularExpressions;
using Xunit;

namespace Tsunagu.Tests.StandIns.Surface;

/// <summary>A stand-in stays small, says what it is, and can be taken away.</summary>
public sealed partial class StandInRuleTests
{
    const int MostFiles = 30;
    const int MostMedianLines = 60;
    const int MostLines = 300;

    public static TheoryData<string> Names => [.. StandIn.All.Select(one => one.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Sources_AreFewAndShort(string name)
    {
        var lines = Find(name).Sources.Select(file => File.ReadLines(file).Count()).Order().ToArray();
        if (lines.Length == 0)
            return;

        Assert.InRange(lines.Length, 1, MostFiles);
        Assert.InRange((lines[(lines.Length - 1) / 2] + lines[lines.Length / 2]) / 2.0, 1, MostMedianLines);
        Assert.InRange(lines[^1], 1, MostLines);
    }

    [Theory, MemberData(nameof(Names))]
    public void Readme_TellsWhatItIsAndHowToDeleteIt(string name)
    {
        var standIn = Find(name);
        var readme = standIn.Readme;

        Assert.StartsWith($"# {name} (stand-in)", readme, StringComparison.Ordinal);
        Assert.Contains("Stands in for", readme, StringComparison.Ordinal);
        Assert.Matches(Absent(), readme);
        Assert.Matches(Delete(), readme);
        if (standIn.PackageVersion is { } version)
            Assert.Contains(version, readme, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Sources_HaveNoWordOfTheProduct(string name) => Assert.Empty(
        Directory.EnumerateFiles(Find(name).Folder, "*", SearchOption.AllDirectories).Where(file => !Built().IsMatch(file))
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains("tsunagu", StringComparison.OrdinalIgnoreCase))));

    /// <summary>What is unsupported is absent, a compile error; upstream's own virtual members that throw by default may.</summary>
    [Theory, MemberData(nameof(Names))]
    public void PublicFiles_DoNotThrowInsteadOfWorking(string name) => Assert.Empty(
        Find(name).Sources.Where(file => !file.Contains("/Internal/", StringComparison.Ordinal) && !Upstreams.Contains($"{name}/{Path.GetFileName(file)}"))
            .SelectMany(file => File.ReadLines(file).Where(line => NotThere().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));

    // Upstream throws there too: defaults of a binder, a context and a writer that do not know the feature.
    static readonly string[] Upstreams = ["Grpc.Core.Api/SerializationContext.cs", "Grpc.Core.Api/ServiceBinderBase.cs", "Grpc.Core.Api/Streams.cs"];

    static StandIn Find(string name) => StandIn.All.Single(one => one.Name == name);

    [GeneratedRegex(@"\b(Absent|Not supported)\b|Nothing of its public surface is absent|no code", RegexOptions.IgnoreCase)]
    private static partial Regex Absent();

    [GeneratedRegex(@"\bDeleted?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Delete();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]|\.lock\.json$")]
    private static partial Regex Built();

    [GeneratedRegex(@"throw new (NotSupported|NotImplemented)Exception")]
    private static partial Regex NotThere();
}
