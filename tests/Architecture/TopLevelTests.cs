using System.Diagnostics;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Architecture;

public sealed class TopLevelTests
{
    static readonly string[] Agreed =
    [
        "services", "gateway", "apphost", "contracts", "tests", "Aspire.sln", "README.md", "LICENSE", "global.json",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp",
    ];

    [Fact]
    public void TopLevel_HoldsWhatWasAgreedAndDotFilesAlone() => Assert.Empty(Strangers(TrackedNames()));

    [Fact]
    public void Rule_CatchesAFileOutsideTheAgreedTopLevel() =>
        Assert.Equal(["scripts", "notes.md"], Strangers(["services", ".editorconfig", "scripts", "notes.md"]));

    static IEnumerable<string> Strangers(IEnumerable<string> names) =>
        names.Where(name => !name.StartsWith('.') && !Agreed.Contains(name));

    static string[] TrackedNames()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.PathOf("."), "ls-tree", "--name-only", "HEAD"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
