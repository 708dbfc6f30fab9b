using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>A program as a person at a terminal runs it: arguments, output, Ctrl+C, exit code.</summary>
public sealed class ConsoleProcess : IAsyncDisposable
{
    readonly ConcurrentQueue<string> lines = new();
    readonly Process process;

    ConsoleProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public string Output => string.Join('\n', lines);

    /// <summary>Starts the app host that was built with the tests.</summary>
    public static ConsoleProcess AppHost(IEnumerable<string> args, IReadOnlyDictionary<string, string> environment)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf($"apphost/bin/{configuration}/net10.0/Tsunagu.AppHost.dll");
        // A shell that runs the tests in its background has them, and all that they start, ignore Ctrl+C.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,QUIT", "dotnet", program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("."),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ConsoleProcess(start);
    }

    /// <summary>The first line that matches.</summary>
    /// <exception cref="TimeoutException">None came in time, or the program ended before; the message holds its output.</exception>
    public async Task<Match> WaitForLineAsync(Regex pattern, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var ended = process.HasExited;
            if (lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success) is { } found)
                return found;
            if (ended || waited.Elapsed > patience)
                throw new TimeoutException($"No line matched {pattern} ({(ended ? $"exit code {process.ExitCode}" : "still running")}):\n{Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Waits for the end; the exit code.</summary>
    /// <exception cref="TimeoutException">It did not end in time; the message holds its output.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan patience, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Did not end within {patience}:\n{Output}");
        }
    }

    /// <summary>Ctrl+C, then the end.</summary>
    public async Task InterruptAsync(TimeSpan patience)
    {
        if (process.HasExited)
            return;
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await WaitForExitAsync(patience, CancellationToken.None);
    }

    /// <summary>Ends it without a word (<c>kill -9</c>), and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (process.HasExited)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
