namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>
/// One version of a table of rules that the city makes: the whole table with a first day, proposed by one person and approved by another. What it says
/// never changes; when the law changes, there is another one.
/// </summary>
public abstract class RulesVersion
{
    /// <summary>For the database, which fills it.</summary>
    protected RulesVersion()
    {
    }

    /// <summary>A version that nobody had to propose: it is in force where there is no other.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="now">Now.</param>
    protected RulesVersion(int number, DateOnly startsOn, DateTimeOffset now)
    {
        (Number, BasedOn, StartsOn) = (number, number - 1, startsOn);
        (State, ProposedAt, DecidedAt) = (RulesState.Approved, now, now);
    }

    /// <summary>A proposal.</summary>
    /// <param name="proposal">What is said of it.</param>
    /// <param name="errors">Refusals of the table.</param>
    /// <exception cref="Refusal"><c>…_OVERTAKEN</c>, <c>…_START_PAST</c>.</exception>
    protected RulesVersion(RulesProposal proposal, RulesErrors errors)
    {
        if (proposal.BasedOn != proposal.Newest) throw errors.Overtaken();
        RequireAhead(proposal.StartsOn, proposal.At, errors);
        (Number, BasedOn, StartsOn) = (proposal.Number, proposal.BasedOn, proposal.StartsOn);
        (State, Reason, ProposedBy, ProposedAt) = (RulesState.Proposed, proposal.Reason, proposal.By, proposal.At);
    }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>First day (Japan) on which it is in force once it is approved.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>Where it stands.</summary>
    public RulesState State { get; private set; }

    /// <summary>The approved version that was the newest when this one was proposed; 0 for the first.</summary>
    public int BasedOn { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who proposed it; null for a version that nobody had to propose.</summary>
    public StaffId? ProposedBy { get; private init; }

    /// <summary>When it was proposed (UTC).</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Who approved or rejected it.</summary>
    public StaffId? DecidedBy { get; private set; }

    /// <summary>When that was (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Refusals of the table.</summary>
    protected abstract RulesErrors Errors { get; }

    /// <summary>Proposed → approved, by a second person, while nothing was approved since it was proposed: they saw what it changes.</summary>
    /// <param name="by">Who approves it.</param>
    /// <param name="newest">The newest approved version.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal"><c>…_DECIDED</c>, <c>…_SAME_PERSON</c>, <c>…_OVERTAKEN</c>, <c>…_START_PAST</c>.</exception>
    public void Approve(StaffId by, int newest, DateTimeOffset now)
    {
        RequireProposed();
        if (by == ProposedBy) throw Errors.SamePerson();
        if (BasedOn != newest) throw Errors.Overtaken();
        RequireAhead(StartsOn, now, Errors);
        (State, DecidedBy, DecidedAt) = (RulesState.Approved, by, now);
    }

    /// <summary>Proposed → rejected; who proposed it may take it back so.</summary>
    /// <param name="by">Who rejects it.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal"><c>…_DECIDED</c>.</exception>
    public void Reject(StaffId by, string reason, DateTimeOffset now)
    {
        RequireProposed();
        (State, DecidedBy, DecidedAt, DecisionReason) = (RulesState.Rejected, by, now, reason);
    }

    void RequireProposed()
    {
        if (State is not RulesState.Proposed) throw Errors.Decided();
    }

    static void RequireAhead(DateOnly startsOn, DateTimeOffset now, RulesErrors errors)
    {
        if (startsOn < JapanCalendar.DayOf(now)) throw errors.StartPast();
    }
}
