using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>会議の規則: one version of what every kind of meeting needs. Proposed by one person and approved by another; its rules never change.</summary>
public sealed class MeetingRules : RulesVersion
{
    readonly List<MeetingRule> _rules = [];

    MeetingRules()
    {
    }

    MeetingRules(int number, DateOnly startsOn, IEnumerable<MeetingRule> rules, DateTimeOffset now)
        : base(number, startsOn, now) => _rules = Complete(rules);

    MeetingRules(RulesProposal proposal, IEnumerable<MeetingRule> rules)
        : base(proposal, MeetingErrors.Rules) => _rules = Complete(rules);

    /// <summary>One for each kind of meeting, in the order of the kinds.</summary>
    public IReadOnlyList<MeetingRule> Rules => _rules;

    /// <inheritdoc />
    protected override RulesErrors Errors => MeetingErrors.Rules;

    /// <summary>A version that comes with the program or its configuration, in force where there is no other.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="rules">One for each kind of meeting.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">MEETING_RULES_INCOMPLETE.</exception>
    public static MeetingRules Begin(int number, DateOnly startsOn, IEnumerable<MeetingRule> rules, DateTimeOffset now) => new(number, startsOn, rules, now);

    /// <summary>Proposes another version.</summary>
    /// <param name="proposal">What is said of it.</param>
    /// <param name="rules">One for each kind of meeting.</param>
    /// <exception cref="Refusal">MEETING_RULES_OVERTAKEN, MEETING_RULES_START_PAST, MEETING_RULES_INCOMPLETE.</exception>
    public static MeetingRules Propose(RulesProposal proposal, IEnumerable<MeetingRule> rules) => new(proposal, rules);

    /// <summary>True when there is somebody who may call a kind of meeting about a case.</summary>
    /// <param name="kind">Kind of meeting.</param>
    public bool Opens(MeetingKind kind) => RuleOf(kind)?.IsOpen is true;

    /// <summary>Why a meeting about a case may not be called under this version.</summary>
    /// <param name="kind">Kind of meeting.</param>
    /// <param name="convener">Who calls it.</param>
    /// <param name="consented">True: it names a consent.</param>
    /// <returns>What <see cref="MeetingRule.Objection"/> says; MEETING_KIND_NOT_IN_FORCE for a kind that is younger than the version.</returns>
    public Refusal? Objection(MeetingKind kind, Convener convener, bool consented) =>
        RuleOf(kind) is { } rule ? rule.Objection(convener, consented) : MeetingErrors.KindNotInForce();

    MeetingRule? RuleOf(MeetingKind kind) => _rules.Find(rule => rule.Kind == kind);

    static List<MeetingRule> Complete(IEnumerable<MeetingRule> rules) =>
        rules.Whole(rule => rule.Kind, Enum.GetValues<MeetingKind>()) ?? throw MeetingErrors.RulesIncomplete();
}
