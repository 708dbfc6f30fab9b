using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Outcome of the row decision.</summary>
/// <param name="Outcome">What becomes of the row.</param>
/// <param name="Reason">Why.</param>
/// <param name="Items">With <see cref="RowOutcome.Mask"/>: items that are shown.</param>
/// <param name="Grants">Live grants that opened it, or the last one that did and does no more; none where no grant has to do with it.</param>
public sealed record RowVerdict(RowOutcome Outcome, RowReason Reason, IReadOnlySet<string> Items, IReadOnlyList<Grant> Grants)
{
    static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>True unless the row is answered as absent.</summary>
    public bool Shows => Outcome is not RowOutcome.Refuse;

    internal static RowVerdict Allow(RowReason reason, params IReadOnlyList<Grant> grants) => new(RowOutcome.Allow, reason, None, grants);

    internal static RowVerdict Refuse(RowReason reason, params IReadOnlyList<Grant> grants) => new(RowOutcome.Refuse, reason, None, grants);
}
