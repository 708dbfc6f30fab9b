using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Protections;

/// <summary>所在の閲覧: one staff member's look at what is hidden of one resident, opened by a second person for a short time.</summary>
sealed class Reveal
{
    /// <summary>How long a request waits for a second person.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    Reveal()
    {
    }

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private init; }

    public Guid ResidentId { get; private init; }

    /// <summary>Where it stands as it was decided; time goes on, so ask <see cref="StateAt"/>.</summary>
    public RevealState State { get; private set; }

    /// <summary>Purpose of the call that asked.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>Why, 1 to 500 characters.</summary>
    public string Reason { get; private init; } = "";

    public StaffId RequestedBy { get; private init; }

    public AgencyId Agency { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>Who opened or rejected it.</summary>
    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>When it is over; null unless it was opened.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>What hid the resident when it was opened.</summary>
    public string? Mark { get; private set; }

    public uint Version { get; private init; }

    /// <summary>Asks for a look.</summary>
    public static Reveal Request(Guid id, Guid resident, string purpose, string reason, StaffId by, AgencyId agency, DateTimeOffset now) => new()
    {
        Id = id,
        ResidentId = resident,
        State = RevealState.Requested,
        Purpose = purpose,
        Reason = reason,
        RequestedBy = by,
        Agency = agency,
        RequestedAt = now,
    };

    /// <summary>Where it stands at a moment.</summary>
    /// <param name="now">The moment.</param>
    public RevealState StateAt(DateTimeOffset now) => State switch
    {
        RevealState.Requested => now < RequestedAt + Patience ? RevealState.Requested : RevealState.Over,
        RevealState.Open => now < EndsAt ? RevealState.Open : RevealState.Over,
        RevealState.Rejected or RevealState.Over => State,
    };

    /// <summary>Requested → open, by a second person.</summary>
    /// <param name="by">Who opens it.</param>
    /// <param name="mark">What hides the resident now; another mark closes it.</param>
    /// <param name="now">Now.</param>
    /// <param name="length">How long it is open.</param>
    /// <exception cref="Refusal">REVEAL_DECIDED, SECOND_PERSON_REQUIRED.</exception>
    public void Approve(StaffId by, string mark, DateTimeOffset now, TimeSpan length)
    {
        RequireRequested(now);
        if (by == RequestedBy)
            throw ProtectionErrors.SecondPerson();
        (State, DecidedBy, DecidedAt, EndsAt, Mark) = (RevealState.Open, by, now, now + length, mark);
    }

    /// <summary>Requested → rejected.</summary>
    /// <param name="by">Who rejects it.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">REVEAL_DECIDED.</exception>
    public void Reject(StaffId by, string reason, DateTimeOffset now)
    {
        RequireRequested(now);
        (State, DecidedBy, DecidedAt, DecisionReason) = (RevealState.Rejected, by, now, reason);
    }

    /// <summary>Requested or open → over.</summary>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">REVEAL_OVER.</exception>
    public void End(DateTimeOffset now)
    {
        if (StateAt(now) is RevealState.Rejected or RevealState.Over)
            throw ProtectionErrors.RevealOver();
        EndsAt = State is RevealState.Open ? now : null;
        State = RevealState.Over;
    }

    /// <summary>Refuses a look that was not opened, is over, serves another purpose, or was overtaken by a newer measure.</summary>
    /// <param name="purpose">Purpose of the call.</param>
    /// <param name="mark">What hides the resident now.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">REVEAL_PENDING, REVEAL_OVER, REVEAL_PURPOSE, REVEAL_OVERTAKEN.</exception>
    public void RequireOpen(string purpose, string mark, DateTimeOffset now)
    {
        switch (StateAt(now))
        {
            case RevealState.Requested:
                throw ProtectionErrors.RevealPending();
            case RevealState.Rejected or RevealState.Over:
                throw ProtectionErrors.RevealOver();
        }
        if (purpose != Purpose)
            throw ProtectionErrors.RevealPurpose();
        if (mark != Mark)
            throw ProtectionErrors.RevealOvertaken();
    }

    void RequireRequested(DateTimeOffset now)
    {
        if (StateAt(now) is not RevealState.Requested)
            throw ProtectionErrors.RevealDecided();
    }
}
