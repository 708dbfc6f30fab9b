using System.Diagnostics;
using Xunit;

namespace Tsunagu.Tests.StandIns.Benchmarks;

/// <summary>The benchmarks run; what they measure on a busy machine says nothing, so no figure is asserted.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public async Task Smoke_RunsEveryPartOfTheGrpcBenchmark()
    {
        var (exit, output) = await RunAsync("grpc", "--smoke");

        Assert.True(exit == 0, output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^grpc ratio=\d+\.\d\d ours=\d+ limit=\d+ calls/s$", lines[^1]);
        foreach (var part in (string[])["unary 64 B 1 ", "unary 64 B 256 ", "unary 64 KB 32 ", "stream 64 B 32 ", "stream 64 KB 256 ", "bytes 64 B ", "bytes 64 KB ", "full 64 B 32 "])
            Assert.Contains(lines, line => line.StartsWith($"grpc: {part}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnknownName_IsRefusedWithTheNamesThatExist()
    {
        var (exit, output) = await RunAsync("nothing");

        Assert.Equal(2, exit);
        Assert.Contains("<grpc", output, StringComparison.Ordinal);
    }

    static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.GetFullPath($"../../../../Benchmarks/bin/{configuration}/net10.0/Tsunagu.Tests.Benchmarks.dll", AppContext.BaseDirectory);
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        try
        {
            var output = run.StandardOutput.ReadToEndAsync();
            var error = run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token);
            return (run.ExitCode, await output + await error);
        }
        finally
        {
            if (!run.HasExited)
                run.Kill(entireProcessTree: true);
        }
    }
}
