using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Protections;

/// <summary>
/// 支援措置の解除: two persons' decision that protections which are over hide no more. It lifts exactly what its proposer saw; what is told of the same people later
/// hides again by itself.
/// </summary>
sealed class ProtectionRelease
{
    readonly List<ReleasedSpan> spans = [];

    ProtectionRelease()
    {
    }

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private init; }

    public ReleaseState State { get; private set; }

    /// <summary>What it lifts.</summary>
    public IReadOnlyList<ReleasedSpan> Spans => spans;

    /// <summary>Why, 1 to 500 characters.</summary>
    public string Reason { get; private init; } = "";

    public StaffId ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Who approved or rejected it.</summary>
    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; private set; }

    public uint Version { get; private init; }

    /// <summary>Proposes to lift what hides people today.</summary>
    /// <param name="id">UUIDv7.</param>
    /// <param name="people">Whom it is about.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">PROTECTION_IN_FORCE, PROTECTION_NONE.</exception>
    public static ProtectionRelease Propose(Guid id, IEnumerable<HiddenPerson> people, string reason, StaffId by, DateTimeOffset now)
    {
        var today = JapanCalendar.DayOf(now);
        var release = new ProtectionRelease { Id = id, State = ReleaseState.Proposed, Reason = reason, ProposedBy = by, ProposedAt = now };
        release.spans.AddRange(people.SelectMany(person => person.RequireReleasable(today)).Select((span, place) => ReleasedSpan.Of(id, place, span)));
        return release;
    }

    /// <summary>Proposed → approved, by a second person.</summary>
    /// <param name="by">Who approves it.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">PROTECTION_RELEASE_DECIDED, SECOND_PERSON_REQUIRED.</exception>
    public void Approve(StaffId by, DateTimeOffset now)
    {
        RequireProposed();
        if (by == ProposedBy)
            throw ProtectionErrors.SecondPerson();
        (State, DecidedBy, DecidedAt) = (ReleaseState.Approved, by, now);
        spans.ForEach(span => span.Approve());
    }

    /// <summary>Proposed → rejected; who proposed it may take it back so.</summary>
    /// <param name="by">Who rejects it.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">PROTECTION_RELEASE_DECIDED.</exception>
    public void Reject(StaffId by, string reason, DateTimeOffset now)
    {
        RequireProposed();
        (State, DecidedBy, DecidedAt, DecisionReason) = (ReleaseState.Rejected, by, now, reason);
    }

    void RequireProposed()
    {
        if (State is not ReleaseState.Proposed)
            throw ProtectionErrors.ReleaseDecided();
    }
}
