using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Processes;

/// <summary>A process that ends with the host, however the host ends.</summary>
sealed class SupervisedProcess : IDisposable
{
    static readonly string Script = ReadScript();

    readonly Process _supervisor;
    readonly int _graceSeconds;

    SupervisedProcess(Process supervisor, int processId, int graceSeconds, Action<string, bool> onLine)
    {
        _supervisor = supervisor;
        _graceSeconds = graceSeconds;
        ProcessId = processId;
        _ = PumpAsync(supervisor.StandardOutput, isError: false, onLine);
        _ = PumpAsync(supervisor.StandardError, isError: true, onLine);
        Exited = WaitAsync();
    }

    /// <summary>Id of the process itself, not of its supervisor; it is also the id of its process group.</summary>
    public int ProcessId { get; }

    /// <summary>Ends with the exit code; 128 and the number of the signal when a signal ended it.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="plan">How.</param>
    /// <param name="ledger">Remembers it, so that the next host waits until it is gone.</param>
    /// <param name="onLine">Receives what it writes; true marks standard error.</param>
    public static async Task<SupervisedProcess> StartAsync(LaunchPlan plan, ChildLedger ledger, Action<string, bool> onLine)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = plan.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // bash, because dash drops variables whose names are no shell names, such as ConnectionStrings__intake-db.
        foreach (var argument in (string[])["bash", "-c", Script, "supervise", plan.StopSignal, plan.Cleanup, .. plan.Command])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in plan.Environment)
            start.Environment[name] = value;

        var supervisor = Process.Start(start) ?? throw new InvalidOperationException("The supervisor did not start.");
        ledger.Add(supervisor.Id);
        var first = await supervisor.StandardOutput.ReadLineAsync();
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
            throw new DistributedApplicationException($"'{plan.Command[0]}' did not start: {first ?? await supervisor.StandardError.ReadToEndAsync()}");
        return new SupervisedProcess(supervisor, processId, plan.GraceSeconds, onLine);
    }

    /// <summary>Asks the process to end, and waits until it and its group are gone.</summary>
    public async Task StopAsync()
    {
        try
        {
            await _supervisor.StandardInput.WriteLineAsync(_graceSeconds.ToString(CultureInfo.InvariantCulture));
            _supervisor.StandardInput.Close();
        }
        catch (IOException)
        {
            // The pipe is broken because the process has ended already.
        }
        await Exited;
    }

    public void Dispose() => _supervisor.Dispose();

    async Task<int> WaitAsync()
    {
        await _supervisor.WaitForExitAsync();
        // A supervisor that was killed itself leaves the group behind.
        ProcessGroup.Kill(ProcessId);
        return _supervisor.ExitCode;
    }

    static async Task PumpAsync(StreamReader reader, bool isError, Action<string, bool> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
            onLine(line, isError);
    }

    static string ReadScript()
    {
        using var reader = new StreamReader(typeof(SupervisedProcess).Assembly.GetManifestResourceStream("supervise.sh")!);
        // Without its comments, for those who read the process table.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')));
    }
}
