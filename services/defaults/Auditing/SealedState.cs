namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>State of the log after a batch; a row of <c>audit_checkpoints</c>.</summary>
sealed class SealedState
{
    /// <summary>Acts that the root covers.</summary>
    public required long Size { get; init; }

    public required byte[] Root { get; init; }

    /// <summary>The tree's edge, from which it grows on.</summary>
    public required byte[][] Peaks { get; init; }

    public required DateTimeOffset At { get; init; }
}
