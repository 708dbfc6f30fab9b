using System.Text.RegularExpressions;
using Xunit;

namespace Tsunagu.Tests.StandIns.Surface;

/// <summary>
/// Every public member of each stand-in is written down with the upstream version it was checked against. After a change run with
/// <c>TSUNAGU_UPDATE_BASELINE=1</c>, check the new lines against upstream's sources and keep the head of the file true.
/// </summary>
public sealed partial class SurfaceTests
{
    const string NoMembers = "# no public members";

    public static TheoryData<string> Names => [.. StandIn.All.Where(one => one.HasCode).Select(one => one.Name)];

    [Theory, MemberData(nameof(Names))]
    public void PublicMembers_AreThoseThatWereChecked(string name)
    {
        var standIn = Find(name);
        var now = SurfaceText.Of(standIn.Load()).ToArray();
        if (Environment.GetEnvironmentVariable("TSUNAGU_UPDATE_BASELINE") == "1")
            File.WriteAllLines(standIn.SurfaceFile, [.. File.ReadAllLines(standIn.SurfaceFile).TakeWhile(IsHead), .. now]);

        var head = File.ReadLines(standIn.SurfaceFile).TakeWhile(IsHead);
        Assert.Equal(head.Contains(NoMembers), now.Length == 0);
        Assert.Equal(File.ReadAllLines(standIn.SurfaceFile).SkipWhile(IsHead), now);
    }

    /// <summary>The head tells what was compared with what: package and version, where its sources are, and what nobody checked.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Head_NamesTheVersionThatWouldBeRestored(string name)
    {
        var standIn = Find(name);
        var head = File.ReadLines(standIn.SurfaceFile).TakeWhile(IsHead).ToArray();

        Assert.Equal($"# {name} {standIn.PackageVersion}", head[0]);
        Assert.Contains(head, line => CheckedLine().IsMatch(line));
        Assert.Contains(head, line => line.StartsWith("# unchecked: ", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryList_BelongsToAStandIn() => Assert.Empty(
        StandIn.All.Select(one => Path.GetDirectoryName(one.SurfaceFile)!).Distinct().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder)).Except(StandIn.All.Where(one => one.HasCode).Select(one => one.SurfaceFile)));

    static bool IsHead(string line) => line.StartsWith('#');

    static StandIn Find(string name) => StandIn.All.Single(one => one.Name == name);

    [GeneratedRegex(@"^# checked: \S+")]
    private static partial Regex CheckedLine();
}
