namespace Aspire.Hosting.Processes;

/// <summary>How to start a process.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
/// <param name="Environment">Variables added to those of the host.</param>
sealed record LaunchPlan(IReadOnlyList<string> Command, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Seconds a process has to end unless its plan says otherwise.</summary>
    public const int DefaultGraceSeconds = 10;

    /// <summary>The signal that asks it to end.</summary>
    public string StopSignal { get; init; } = "TERM";

    /// <summary>Seconds it has to end before it is killed.</summary>
    public int GraceSeconds { get; init; } = DefaultGraceSeconds;

    /// <summary>Shell command to run after an end that was asked for, also when the host is gone by then.</summary>
    public string Cleanup { get; init; } = "";
}
