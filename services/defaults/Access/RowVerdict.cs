namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Outcome of the row decision.</summary>
/// <param name="Outcome">What becomes of the row.</param>
/// <param name="Reason">Why.</param>
/// <param name="Items">With <see cref="RowOutcome.Mask"/>: items that are shown.</param>
/// <param name="Grant">Grant that opened it, or the last one that did; null without.</param>
public sealed record RowVerdict(RowOutcome Outcome, RowReason Reason, IReadOnlySet<string> Items, Guid? Grant)
{
    static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>True unless the row is answered as absent.</summary>
    public bool Shows => Outcome is not RowOutcome.Refuse;

    internal static RowVerdict Allow(RowReason reason, Guid? grant = null) => new(RowOutcome.Allow, reason, None, grant);

    internal static RowVerdict Refuse(RowReason reason, Guid? grant = null) => new(RowOutcome.Refuse, reason, None, grant);
}
