using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>情報共有の規則: one version of what every legal basis carries. Proposed by one person and approved by another; its rules never change.</summary>
public sealed class SharingRules
{
    List<SharingRule> _rules = [];

    SharingRules()
    {
    }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>First day (Japan) on which it is in force once it is approved.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>One for each basis, in the order of the bases.</summary>
    public IReadOnlyList<SharingRule> Rules => _rules;

    /// <summary>Where it stands.</summary>
    public SharingRulesState State { get; private set; }

    /// <summary>The approved version that was the newest when this one was proposed; 0 for the first.</summary>
    public int BasedOn { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who proposed it; null for the version that came with the program.</summary>
    public StaffId? ProposedBy { get; private init; }

    /// <summary>When it was proposed (UTC).</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Who approved or rejected it.</summary>
    public StaffId? DecidedBy { get; private set; }

    /// <summary>When that was (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>The version that comes with the program, in force where there is no other.</summary>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="rules">One for each basis.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">SHARING_RULES_INCOMPLETE.</exception>
    public static SharingRules Begin(DateOnly startsOn, IReadOnlyCollection<SharingRule> rules, DateTimeOffset now) => new()
    {
        Number = 1,
        StartsOn = startsOn,
        _rules = Complete(rules),
        State = SharingRulesState.Approved,
        ProposedAt = now,
        DecidedAt = now,
    };

    /// <summary>Proposes another version.</summary>
    /// <param name="number">Its number: one above the last.</param>
    /// <param name="basedOn">The approved version that it changes.</param>
    /// <param name="newest">The newest approved version.</param>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="rules">One for each basis.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">SHARING_RULES_OVERTAKEN, SHARING_RULES_START_PAST, SHARING_RULES_INCOMPLETE.</exception>
    public static SharingRules Propose(
        int number, int basedOn, int newest, DateOnly startsOn, IReadOnlyCollection<SharingRule> rules, string reason, StaffId by, DateTimeOffset now)
    {
        if (basedOn != newest) throw SharingErrors.Overtaken();
        RequireAhead(startsOn, now);
        return new()
        {
            Number = number,
            BasedOn = basedOn,
            StartsOn = startsOn,
            _rules = Complete(rules),
            State = SharingRulesState.Proposed,
            Reason = reason,
            ProposedBy = by,
            ProposedAt = now,
        };
    }

    /// <summary>Proposed → approved, by a second person, while nothing was approved since it was proposed: they saw what it changes.</summary>
    /// <param name="by">Who approves it.</param>
    /// <param name="newest">The newest approved version.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">SHARING_RULES_DECIDED, SHARING_RULES_SAME_PERSON, SHARING_RULES_OVERTAKEN, SHARING_RULES_START_PAST.</exception>
    public void Approve(StaffId by, int newest, DateTimeOffset now)
    {
        RequireProposed();
        if (by == ProposedBy) throw SharingErrors.SamePerson();
        if (BasedOn != newest) throw SharingErrors.Overtaken();
        RequireAhead(StartsOn, now);
        (State, DecidedBy, DecidedAt) = (SharingRulesState.Approved, by, now);
    }

    /// <summary>Proposed → rejected; who proposed it may take it back so.</summary>
    /// <param name="by">Who rejects it.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">SHARING_RULES_DECIDED.</exception>
    public void Reject(StaffId by, string reason, DateTimeOffset now)
    {
        RequireProposed();
        (State, DecidedBy, DecidedAt, DecisionReason) = (SharingRulesState.Rejected, by, now, reason);
    }

    /// <summary>What a basis carries under this version.</summary>
    /// <param name="basis">A basis that was chosen.</param>
    public SharingRule RuleOf(LegalBasis basis) => _rules.Single(rule => rule.Basis == basis);

    /// <summary>The version in force on a day: the approved one that began last; of two that began on one day the higher number.</summary>
    /// <param name="versions">Versions in any order and state.</param>
    /// <param name="day">A day of Japan.</param>
    public static SharingRules? InForce(IEnumerable<SharingRules> versions, DateOnly day) => versions
        .Where(version => version.State is SharingRulesState.Approved && version.StartsOn <= day)
        .MaxBy(version => (version.StartsOn, version.Number));

    void RequireProposed()
    {
        if (State is not SharingRulesState.Proposed) throw SharingErrors.Decided();
    }

    static void RequireAhead(DateOnly startsOn, DateTimeOffset now)
    {
        if (startsOn < JapanCalendar.DayOf(now)) throw SharingErrors.StartPast();
    }

    static List<SharingRule> Complete(IReadOnlyCollection<SharingRule> rules)
    {
        var bases = Enum.GetValues<LegalBasis>().Where(basis => basis is not LegalBasis.None).ToList();
        return bases.Count == rules.Count && bases.TrueForAll(basis => rules.Count(rule => rule.Basis == basis) == 1)
            ? [.. rules.OrderBy(rule => rule.Basis)]
            : throw SharingErrors.Incomplete();
    }
}
