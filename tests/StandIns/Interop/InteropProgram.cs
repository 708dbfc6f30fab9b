using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tsunagu.Tests.StandIns.Interop;

/// <summary>One run of <c>tests/Interop</c> as it was built with the tests.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">All it printed.</param>
sealed partial record InteropProgram(int ExitCode, string Output)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task<InteropProgram> RunAsync(string[] arguments, CancellationToken ct)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.GetFullPath($"../../../../Interop/bin/{configuration}/net10.0/Tsunagu.Tests.Interop.dll", AppContext.BaseDirectory);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new InteropProgram(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The table: what each column says to each case.</summary>
    public IReadOnlyDictionary<(string Case, string Column), string> Cells()
    {
        var lines = Output.Split('\n').TakeWhile(line => line.Length > 0).Select(line => Gap().Split(line.TrimEnd())).ToArray();
        return lines.Skip(1)
            .SelectMany(cells => cells.Skip(1).Select((cell, index) => ((cells[0], lines[0][index + 1]), cell)))
            .ToDictionary();
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
