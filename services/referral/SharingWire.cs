using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Between the contract and the domain, for the sharing rules.</summary>
static class SharingWire
{
    /// <exception cref="Refusal">FIELD_INVALID, SHARING_RULES_GIVER_INVALID.</exception>
    public static SharingRule Parse(Wire.SharingRule rule) => new()
    {
        Basis = FieldParser.Choice<LegalBasis>((int)rule.Basis, "rules.basis") is not LegalBasis.None and var basis
            ? basis
            : throw WireErrors.Field("rules.basis", "必須項目です。"),
        Recipients = [.. rule.Recipients.Select(ReferralCodes.ParseKind).Distinct().Order()],
        Meetings = rule.Meetings,
        ApproverRequired = rule.ApproverRequired,
        LongestHours = rule.LongestHours switch
        {
            0 => null,
            >= 1 and <= SharingRule.HoursMax => rule.LongestHours,
            _ => throw WireErrors.Field("rules.longest_hours", $"0から{SharingRule.HoursMax}までの数を指定してください。"),
        },
        Givers = ParseGivers(rule.Givers),
    };

    public static Wire.SharingRules From(SharingRules version) => RulesWire.Describe(
        new Wire.SharingRules { Rules = { version.Rules.OrderBy(rule => rule.Basis).Select(From) }, State = (Wire.SharingRulesState)version.State }, version);

    static Wire.SharingRule From(SharingRule rule) => new()
    {
        Basis = (GrantBasis)(int)ReferralCodes.From(rule.Basis),
        Recipients = { rule.Recipients.Select(ReferralCodes.From) },
        Meetings = rule.Meetings,
        ApproverRequired = rule.ApproverRequired,
        LongestHours = rule.LongestHours ?? 0,
        Givers = { RoleNames.Parse(rule.Givers).Order() },
    };

    static IReadOnlyList<string> ParseGivers(IEnumerable<Role> roles)
    {
        var names = roles.Select(role => System.Enum.IsDefined(role) ? RoleNames.Name(role) : "").ToHashSet(StringComparer.Ordinal);
        return names.All(SharingRule.GiverRoles.Contains)
            ? [.. SharingRule.GiverRoles.Where(names.Contains)]
            : throw SharingErrors.GiverInvalid();
    }
}
