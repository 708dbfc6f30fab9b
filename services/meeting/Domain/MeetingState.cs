namespace Tsunagu.Meetings.Domain;

/// <summary>Where a meeting stands. Numbers are those of the contract.</summary>
public enum MeetingState
{
    /// <summary>Called and not yet held.</summary>
    Called = 1,

    /// <summary>At least one decision is recorded.</summary>
    Held = 2,

    /// <summary>Called off before it was held.</summary>
    Cancelled = 3,
}
