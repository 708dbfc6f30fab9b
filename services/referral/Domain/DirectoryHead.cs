namespace Tsunagu.Referrals.Domain;

/// <summary>The directory as a whole: the one aggregate whose events tell of agencies, staff and agreements.</summary>
public sealed class DirectoryHead
{
    /// <summary>How often it is confirmed.</summary>
    public static readonly TimeSpan ConfirmEvery = TimeSpan.FromSeconds(30);

    DirectoryHead()
    {
    }

    /// <summary>Identity, drawn once for each installation: two that share a broker never take each other's staff for their own.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number of its last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>Number of the event with which the last publication of every entry began; 0 before the first.</summary>
    public long CompleteFrom { get; private set; }

    /// <summary>When it was last confirmed (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>A directory that nothing has been told of.</summary>
    /// <param name="id">Identity.</param>
    public static DirectoryHead Begin(Guid id) => new() { Id = id };

    /// <summary>The number of the next event.</summary>
    public long Next() => ++Sequence;

    /// <summary>Begins a publication of every entry with the next event.</summary>
    public void BeginPublication() => CompleteFrom = Sequence + 1;

    /// <summary>True when the next confirmation is due.</summary>
    /// <param name="now">Now.</param>
    public bool IsConfirmationDue(DateTimeOffset now) => CompleteFrom > 0 && (ConfirmedAt is not { } last || now - last >= ConfirmEvery);

    /// <summary>Confirms that what was published is how it stands.</summary>
    /// <param name="now">Now.</param>
    public void Confirm(DateTimeOffset now) => ConfirmedAt = now;
}
