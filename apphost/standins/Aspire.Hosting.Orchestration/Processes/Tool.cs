using System.Diagnostics;

namespace Aspire.Hosting.Processes;

/// <summary>Runs a program to its end.</summary>
static class Tool
{
    /// <summary>The exit code and everything the program wrote; code 127 when there is no such program.</summary>
    public static async Task<(int Code, string Output)> TryRunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken, Action<string>? onLine = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (127, missing.Message);
        }

        using (process)
        {
            process.StandardInput.Close();
            var lines = new List<string>();
            await Task.WhenAll(Collect(process.StandardOutput), Collect(process.StandardError)).WaitAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, string.Join('\n', lines));

            async Task Collect(StreamReader reader)
            {
                while (await reader.ReadLineAsync(cancellationToken) is { } line)
                {
                    lock (lines)
                        lines.Add(line);
                    onLine?.Invoke(line);
                }
            }
        }
    }

    /// <summary>Everything the program wrote.</summary>
    /// <exception cref="DistributedApplicationException">It failed; the message carries its last line.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken, Action<string>? onLine = null)
    {
        var (code, output) = await TryRunAsync(command, environment, cancellationToken, onLine);
        return code == 0
            ? output
            : throw new DistributedApplicationException($"'{command[0]}' failed with code {code}: {output.Split('\n').LastOrDefault(line => line.Length > 0)}");
    }

    /// <summary>The folders of the search path.</summary>
    public static IEnumerable<string> SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
