using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class SharingRulesTests
{
    static readonly StaffId Proposer = new("admin-01");
    static readonly DateTimeOffset Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Versions_AreRefusedUnderCodesOfTheirOwn()
    {
        SharingRules[] versions = [SharingRules.Begin(new(2021, 4, 1), Rules(), Now), Propose(Today, Rules())];
        Refusals.AssertRefused(
            RefusalKind.Forbidden, "SHARING_RULES_SAME_PERSON", () => versions.Approve(2, Proposer, SharingErrors.Rules, Now));
        Refusals.AssertRefused(RefusalKind.Invalid, "SHARING_RULES_START_PAST", () => Propose(Today.AddDays(-1), Rules()));
        Assert.Equal(versions[1], versions.Approve(2, new("admin-02"), SharingErrors.Rules, Now));
        Assert.Equal(versions[1], versions.InForce(Today));
    }

    [Fact]
    public void Propose_WithABasisMissingOrTwice_IsRefused()
    {
        var rules = Rules();
        Refused(rules[1..]);
        Refused([.. rules[1..], rules[1]]);
        Refused([.. rules, rules[0]]);

        static void Refused(SharingRule[] rules) =>
            Refusals.AssertRefused(RefusalKind.Invalid, "SHARING_RULES_INCOMPLETE", () => Propose(Today, rules));
    }

    [Fact]
    public void Sending_OnABasisThatDoesNotCarry_IsRefused()
    {
        var rule = Rules()[0];
        rule.RequireSending(AgencyKind.Npo, ["caseworker", "auditor"]);
        Refusals.AssertRefused(RefusalKind.Invalid, "LEGAL_BASIS_RECEIVER", () => rule.RequireSending(AgencyKind.School, ["caseworker"]));
        Refusals.AssertRefused(RefusalKind.Forbidden, "LEGAL_BASIS_ROLE", () => rule.RequireSending(AgencyKind.Npo, ["partner"]));
    }

    static SharingRules Propose(DateOnly startsOn, SharingRule[] rules) =>
        SharingRules.Propose(new(2, 1, 1, startsOn, "法改正のため", Proposer, Now), rules);

    static SharingRule[] Rules() => [.. Enum.GetValues<LegalBasis>().Where(basis => basis is not LegalBasis.None).Select(basis => new SharingRule
    {
        Basis = basis,
        Recipients = [AgencyKind.Npo],
        Meetings = false,
        ApproverRequired = false,
        LongestHours = null,
        Givers = ["caseworker"],
    })];
}
