using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Contract = Tsunagu.Contracts.Grants.V1;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>Between the contract and the rules. Enum numbers agree on both sides.</summary>
static class SharingRuleWire
{
    /// <summary>The table that rules would be, from a day on.</summary>
    /// <exception cref="Refusal">FIELD_INVALID: a basis is missing or there twice, or a kind of agency is not known.</exception>
    public static SharingRules Parse(IReadOnlyCollection<Contracts.Referrals.V1.SharingRule> rules, DateOnly startsOn)
    {
        var parsed = rules.Select(rule => Parse(rule, startsOn)).ToList();
        return parsed.Select(rule => rule.Basis).Order().SequenceEqual(Enum.GetValues<GrantBasis>().Order())
            ? new(parsed)
            : throw WireErrors.Field("rules", "法的根拠ごとに規則を1つずつ指定してください。");
    }

    public static Contract.SharingChange ToWire(SharingChange change) => new()
    {
        Basis = (Contract.GrantBasis)change.Basis,
        GranteeKind = (Contract.GranteeKind)change.Grantee,
        AgencyKind = change.AgencyKind is { } code ? AgencyKindCodes.KindOf(code) : AgencyKind.Unspecified,
        Closed = change.Closed,
        Opened = change.Opened,
    };

    // How long, by whose hand and with whose approval matters when a grant is given, not for those there are.
    static SharingRule Parse(Contracts.Referrals.V1.SharingRule rule, DateOnly startsOn) => new()
    {
        Number = 0,
        Basis = FieldParser.Choice<GrantBasis>((int)rule.Basis, "rules.basis"),
        From = startsOn,
        Recipients = rule.Recipients
            .Select(kind => AgencyKindCodes.Find(kind) ?? throw WireErrors.Field("rules.recipients", "指定できない値です。"))
            .ToHashSet(StringComparer.Ordinal),
        Meetings = rule.Meetings,
        Approver = rule.ApproverRequired,
        Longest = rule.LongestHours > 0 ? TimeSpan.FromHours(rule.LongestHours) : null,
        Givers = rule.Givers.Where(role => role is not Role.Unspecified).ToHashSet(),
    };
}
