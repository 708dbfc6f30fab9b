namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>An act at its place in the log; a row of <c>audit_log</c>.</summary>
sealed class SealedAct
{
    /// <summary>1, 2, 3 ... without gaps.</summary>
    public required long Sequence { get; init; }

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Staff { get; init; }

    public required string Agency { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Records it was about, as <c>kind:id</c>.</summary>
    public required string[] Subjects { get; init; }

    /// <summary>The text that is hashed; the other columns repeat parts of it for searching.</summary>
    public required string Body { get; init; }
}
