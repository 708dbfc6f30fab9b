using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>情報共有の規則: one version of what every legal basis carries. Proposed by one person and approved by another; its rules never change.</summary>
public sealed class SharingRules : RulesVersion
{
    readonly List<SharingRule> _rules = [];

    SharingRules()
    {
    }

    SharingRules(DateOnly startsOn, IReadOnlyCollection<SharingRule> rules, DateTimeOffset now)
        : base(1, startsOn, now) => _rules = Complete(rules);

    SharingRules(RulesProposal proposal, IReadOnlyCollection<SharingRule> rules)
        : base(proposal, SharingErrors.Rules) => _rules = Complete(rules);

    /// <summary>One for each basis, in the order of the bases.</summary>
    public IReadOnlyList<SharingRule> Rules => _rules;

    /// <inheritdoc />
    protected override RulesErrors Errors => SharingErrors.Rules;

    /// <summary>The version that comes with the program, in force where there is no other.</summary>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="rules">One for each basis.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">SHARING_RULES_INCOMPLETE.</exception>
    public static SharingRules Begin(DateOnly startsOn, IReadOnlyCollection<SharingRule> rules, DateTimeOffset now) => new(startsOn, rules, now);

    /// <summary>Proposes another version.</summary>
    /// <param name="proposal">What is said of it.</param>
    /// <param name="rules">One for each basis.</param>
    /// <exception cref="Refusal">SHARING_RULES_OVERTAKEN, SHARING_RULES_START_PAST, SHARING_RULES_INCOMPLETE.</exception>
    public static SharingRules Propose(RulesProposal proposal, IReadOnlyCollection<SharingRule> rules) => new(proposal, rules);

    /// <summary>What a basis carries under this version.</summary>
    /// <param name="basis">A basis that was chosen.</param>
    public SharingRule RuleOf(LegalBasis basis) => _rules.Single(rule => rule.Basis == basis);

    static List<SharingRule> Complete(IEnumerable<SharingRule> rules) =>
        rules.Whole(rule => rule.Basis, Enum.GetValues<LegalBasis>().Where(basis => basis is not LegalBasis.None)) ?? throw SharingErrors.Incomplete();
}
