using System.Diagnostics;
using System.Text.Json.Nodes;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Architecture;

/// <summary>One property decides between the stand-ins and the real packages; nothing else in a project changes.</summary>
public sealed class StandInSwapTests
{
    static readonly string[] Rooms = ["contracts/standins/", "apphost/standins/"];

    [Theory]
    [InlineData("contracts/Contracts.csproj", "Grpc.Core.Api")]
    [InlineData("services/defaults/ServiceDefaults.csproj", "Grpc.AspNetCore")]
    [InlineData("services/defaults/ServiceDefaults.csproj", "OpenTelemetry.Extensions.Hosting")]
    public void Project_NamesTheUpstreamPackage(string project, string package)
    {
        var real = Evaluate(project, useStandIns: false);
        var swapped = Evaluate(project, useStandIns: true);

        Assert.Contains(package, real.Packages);
        Assert.DoesNotContain(real.Projects, IsStandIn);
        Assert.DoesNotContain(package, swapped.Packages);
        Assert.Contains(swapped.Projects, reference => IsStandIn(reference) && reference.EndsWith($"/{package}.csproj", StringComparison.Ordinal));
    }

    /// <summary>The app host itself cannot be evaluated where the real SDK cannot be restored; the servers' packages can.</summary>
    [Fact]
    public void RealPackages_BringTheirOwnOrchestrator()
    {
        var real = Evaluate("tests/TestKit/TestKit.csproj", useStandIns: false);

        Assert.DoesNotContain(real.Projects, IsStandIn);
        Assert.DoesNotContain("Aspire.Hosting.Orchestration", real.Packages);
    }

    static bool IsStandIn(string project) => Rooms.Any(project.Contains);

    static (string[] Packages, string[] Projects) Evaluate(string project, bool useStandIns)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet",
        [
            "msbuild", Repository.PathOf(project), $"-p:UseStandIns={(useStandIns ? "true" : "false")}",
            "-getItem:PackageReference", "-getItem:ProjectReference",
        ])
        { RedirectStandardOutput = true })!;
        var output = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        Assert.True(dotnet.ExitCode == 0, output);
        var items = JsonNode.Parse(output)!["Items"]!;
        return (Names(items["PackageReference"]!), Names(items["ProjectReference"]!));
    }

    static string[] Names(JsonNode items) =>
        [.. items.AsArray().Select(item => item!["Identity"]!.ToString().Replace('\\', '/'))];
}
