using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>つなぐシート: one agency passes a case on to another, closed loop.</summary>
public sealed class Referral
{
    readonly List<ReferralStep> _history = [];

    Referral()
    {
    }

    /// <summary>Identity.</summary>
    public ReferralId Id { get; private init; }

    /// <summary>Case or consultation it began with.</summary>
    public Origin Origin { get; private init; }

    /// <summary>Sending agency.</summary>
    public AgencyId From { get; private init; }

    /// <summary>Receiving agency.</summary>
    public AgencyId To { get; private init; }

    /// <summary>Staff member who wrote the draft.</summary>
    public StaffId CreatedBy { get; private init; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; private set; }

    /// <summary>What the sheet says.</summary>
    public Sheet Sheet { get; private set; } = null!;

    /// <summary>Answer asked by then (UTC); a sheet without it is not sent.</summary>
    public DateTimeOffset? RespondBy { get; private set; }

    /// <summary>Deadline of which both agencies were told that it has passed (UTC).</summary>
    public DateTimeOffset? ToldOverdue { get; private set; }

    /// <summary>Reason of the last return or refusal.</summary>
    public string? Reason { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When the draft was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it last changed (UTC); never goes back.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Number of its last public event; 0 while it was never sent.</summary>
    public long Sequence { get; private set; }

    /// <summary>Changes with every stored change.</summary>
    public uint Version { get; private set; }

    /// <summary>Every state it went through, oldest first.</summary>
    public IReadOnlyList<ReferralStep> History => _history;

    /// <summary>The receiver, once it may know: from the first sending on.</summary>
    public AgencyId? KnownReceiver => State is ReferralState.Draft ? null : To;

    /// <summary>Writes a draft.</summary>
    /// <exception cref="Refusal">The receiver is the sender itself, or the deadline has passed.</exception>
    public static Referral Draft(
        ReferralId id, Actor by, AgencyId to, Origin origin, Sheet sheet, DateTimeOffset? respondBy, DateTimeOffset now)
    {
        if (to == by.Agency)
            throw ReferralErrors.ToSelf();
        RequireAhead(respondBy, now);
        var referral = new Referral
        {
            Id = id,
            Origin = origin,
            From = by.Agency,
            To = to,
            CreatedBy = by.Staff,
            State = ReferralState.Draft,
            Sheet = sheet,
            RespondBy = respondBy,
            CreatedAt = now,
            UpdatedAt = now,
        };
        referral.Record(by);
        return referral;
    }

    /// <summary>True when the answer is late: sent or received, and the deadline has passed.</summary>
    public bool IsOverdue(DateTimeOffset now) => Deadline.IsOverdue(State, RespondBy, now);

    /// <summary>Tells of a deadline that has passed without an answer, once for each deadline.</summary>
    /// <returns>False when there is nothing to tell.</returns>
    public bool TellOverdue(DateTimeOffset now)
    {
        if (!IsOverdue(now) || ToldOverdue == RespondBy)
            return false;
        ToldOverdue = RespondBy;
        Happens(now);
        return true;
    }

    /// <summary>Draft or returned → sent; mends the sheet and the deadline on the way when they are given.</summary>
    /// <exception cref="Refusal">Not the sender, wrong state, no legal basis, no deadline ahead.</exception>
    public void Send(Actor by, Sheet? sheet, DateTimeOffset? respondBy, DateTimeOffset now)
    {
        Require(ReferralVerb.Send, by);
        var said = sheet ?? Sheet;
        if (said.LegalBasis is LegalBasis.None)
            throw ReferralErrors.LegalBasisMissing();
        var deadline = respondBy ?? RespondBy ?? throw ReferralErrors.RespondByMissing();
        RequireAhead(deadline, now);
        Sheet = said;
        RespondBy = deadline;
        Move(ReferralVerb.Send, by, now);
    }

    /// <summary>Sent → received.</summary>
    /// <exception cref="Refusal">Not the receiver, or wrong state; so too for the verbs below.</exception>
    public void Receive(Actor by, DateTimeOffset now) => Move(ReferralVerb.Receive, by, now);

    /// <summary>Received → accepted.</summary>
    public void Accept(Actor by, DateTimeOffset now) => Move(ReferralVerb.Accept, by, now);

    /// <summary>Received → returned, with what is missing (1 to 1,000 characters).</summary>
    public void Return(Actor by, string reason, DateTimeOffset now)
    {
        Move(ReferralVerb.Return, by, now);
        Reason = reason;
    }

    /// <summary>Received → declined, with a reason (1 to 1,000 characters).</summary>
    public void Decline(Actor by, string reason, DateTimeOffset now)
    {
        Move(ReferralVerb.Decline, by, now);
        Reason = reason;
    }

    /// <summary>Accepted → completed, with what came of it (1 to 2,000 characters).</summary>
    public void Complete(Actor by, string outcome, DateTimeOffset now)
    {
        Move(ReferralVerb.Complete, by, now);
        Outcome = outcome;
    }

    void Move(ReferralVerb verb, Actor by, DateTimeOffset now)
    {
        Require(verb, by);
        State = verb.Target();
        Happens(now);
        Record(by);
    }

    void Happens(DateTimeOffset now)
    {
        // Clocks of two replicas differ: history and events keep the order they happened in.
        UpdatedAt = now > UpdatedAt ? now : UpdatedAt;
        Sequence++;
    }

    void Record(Actor by) => _history.Add(new ReferralStep
    {
        Number = _history.Count + 1,
        State = State,
        At = UpdatedAt,
        Staff = by.Staff,
        Agency = by.Agency,
    });

    void Require(ReferralVerb verb, Actor by)
    {
        if (by.Agency != (verb.IsSenders() ? From : To))
            throw verb.IsSenders() ? ReferralErrors.NotSender() : ReferralErrors.NotReceiver();
        if (!verb.IsAllowedIn(State))
            throw ReferralErrors.WrongState(State, verb);
    }

    static void RequireAhead(DateTimeOffset? respondBy, DateTimeOffset now)
    {
        if (respondBy <= now)
            throw ReferralErrors.RespondByPast();
    }
}
