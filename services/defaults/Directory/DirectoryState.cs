namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>How far this service has followed the directory; the one row of <c>directory_state</c>.</summary>
sealed class DirectoryState
{
    /// <summary>The directory that is followed: the first one that was heard of. Another one on the same broker is not ours.</summary>
    public required Guid DirectoryId { get; init; }

    /// <summary>Number of the last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>Number of the event since which none is missing.</summary>
    public long UnbrokenSince { get; private set; }

    /// <summary>Number of the event with which the last publication of the whole directory began.</summary>
    public long? CompleteFrom { get; private set; }

    /// <summary>When the owner last said that this is how the directory stands.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>True when everything since the beginning of a whole publication has arrived.</summary>
    public bool Complete => CompleteFrom is { } from && UnbrokenSince <= from;

    /// <summary>Takes note of an event.</summary>
    /// <param name="sequence">Its number.</param>
    /// <returns>False for one that comes late: what followed it is known already.</returns>
    public bool Advance(long sequence)
    {
        if (sequence <= Sequence)
            return false;
        if (sequence != Sequence + 1 || UnbrokenSince == 0)
            UnbrokenSince = sequence;
        Sequence = sequence;
        return true;
    }

    /// <summary>The owner confirms what it has published.</summary>
    /// <param name="completeFrom">Number of the event with which its last whole publication began.</param>
    /// <param name="at">When.</param>
    public void Confirm(long completeFrom, DateTimeOffset at)
    {
        CompleteFrom = completeFrom;
        ConfirmedAt = at;
    }
}
