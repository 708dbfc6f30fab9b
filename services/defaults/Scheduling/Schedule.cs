namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>Something to be done at a time; a row of <c>schedules</c>, removed by the transaction that does it.</summary>
sealed class Schedule
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>What it is about; the job gives it a meaning.</summary>
    public required string Key { get; init; }

    /// <summary>Not done before then.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Type of the last failure.</summary>
    public string? LastError { get; init; }
}
