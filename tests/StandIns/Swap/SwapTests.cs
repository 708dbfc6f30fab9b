using System.Diagnostics;
using Xunit;

namespace Tsunagu.Tests.StandIns.Swap;

/// <summary>One set of sources, written as for the real packages: they run over the stand-ins and, where those restore, over the packages.</summary>
public sealed class SwapTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly string[] Works =
    [
        "unary", "blocking", "client streaming", "server streaming", "duplex", "refusal", "deadline", "cancellation", "size limit",
        "factory, interceptor", "factory by name", "server interceptor", "health", "reflection", "grpc-web", "transcoding, path", "transcoding, refusal",
    ];

    [Fact]
    public async Task Sources_RunOverTheStandIns()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        RunsWhole(await DotnetAsync(Path.GetFullPath($"../../../../Swap/bin/{configuration}/net10.0/Tsunagu.Tests.Swap.dll", AppContext.BaseDirectory)));
    }

    /// <summary>Skipped, never passed, where the registry does not serve the packages.</summary>
    [Fact]
    public async Task Sources_RunOverTheRealPackages()
    {
        var folder = Directory.CreateTempSubdirectory("swap-");
        try
        {
            string[] real =
            [
                TestKit.Repository.PathOf("tests/Swap/Swap.csproj"), "--nologo", "-p:UseStandIns=false", $"-p:BaseIntermediateOutputPath={folder}/obj/", $"-p:OutputPath={folder}/bin/",
                $"-p:NuGetLockFilePath={folder}/packages.lock.json", "-p:RestoreLockedMode=false",
            ];
            var restored = await DotnetAsync(["restore", .. real]);
            if (restored.Exit != 0)
                Assert.Skip($"The real packages cannot be restored here: {FirstError(restored.Output)}");
            var built = await DotnetAsync(["build", "--no-restore", .. real]);
            Assert.True(built.Exit == 0, built.Output);
            RunsWhole(await DotnetAsync($"{folder}/bin/Tsunagu.Tests.Swap.dll"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void RunsWhole((int Exit, string Output) run)
    {
        Assert.True(run.Exit == 0, run.Output);
        Assert.Equal(Works.Select(work => $"{work}: ok"), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    static string FirstError(string output) =>
        output.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))?.Split(": error ")[1].Split(" [")[0].Trim() ?? "dotnet restore failed without an error of its own.";

    static async Task<(int Exit, string Output)> DotnetAsync(params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = run.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = run.StandardError.ReadToEndAsync(patience.Token);
            await run.WaitForExitAsync(patience.Token);
            return (run.ExitCode, await output + await errors);
        }
        finally
        {
            if (!run.HasExited)
                run.Kill(entireProcessTree: true);
        }
    }
}
