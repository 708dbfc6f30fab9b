using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class SharingRulesTests
{
    static readonly StaffId Proposer = new("admin-01");
    static readonly StaffId Other = new("admin-02");
    static readonly DateTimeOffset Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Proposal_HasNoEffectUntilAnotherPersonApprovesIt()
    {
        var proposed = Propose(Today);
        Assert.Null(SharingRules.InForce([proposed], Today));

        proposed.Approve(Other, newest: 1, Now);

        Assert.Equal((SharingRulesState.Approved, Other, Now), (proposed.State, proposed.DecidedBy!.Value, proposed.DecidedAt!.Value));
        Assert.Same(proposed, SharingRules.InForce([proposed], Today));
    }

    [Fact]
    public void Approve_ByWhoProposedIt_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Forbidden, "SHARING_RULES_SAME_PERSON", () => Propose(Today).Approve(Proposer, 1, Now));

    [Fact]
    public void Approve_WhenAnotherVersionWasApprovedSince_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.WrongState, "SHARING_RULES_OVERTAKEN", () => Propose(Today).Approve(Other, newest: 2, Now));

    [Fact]
    public void Approve_WhenTheFirstDayIsOver_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "SHARING_RULES_START_PAST", () => Propose(Today).Approve(Other, 1, Now.AddDays(1)));

    [Fact]
    public void Decision_IsTakenOnce()
    {
        var approved = Propose(Today);
        approved.Approve(Other, 1, Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "SHARING_RULES_DECIDED", () => approved.Approve(Other, 1, Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "SHARING_RULES_DECIDED", () => approved.Reject(Other, "誤り", Now));

        var rejected = Propose(Today);
        rejected.Reject(Proposer, "取り下げ", Now);
        Assert.Equal((SharingRulesState.Rejected, "取り下げ"), (rejected.State, rejected.DecisionReason));
        Refusals.AssertRefused(RefusalKind.WrongState, "SHARING_RULES_DECIDED", () => rejected.Approve(Other, 1, Now));
    }

    [Fact]
    public void Propose_OnAVersionThatIsNotTheNewest_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState, "SHARING_RULES_OVERTAKEN", () => SharingRules.Propose(4, basedOn: 1, newest: 2, Today, Rules(), "改正", Proposer, Now));

    [Fact]
    public void Propose_ForADayInJapanThatIsOver_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "SHARING_RULES_START_PAST", () => Propose(Today.AddDays(-1)));

    [Fact]
    public void Propose_WithABasisMissingOrTwice_IsRefused()
    {
        var rules = Rules();
        Refused(rules[1..]);
        Refused([.. rules[1..], rules[1]]);
        Refused([.. rules, rules[0]]);

        static void Refused(SharingRule[] rules) => Refusals.AssertRefused(
            RefusalKind.Invalid, "SHARING_RULES_INCOMPLETE", () => SharingRules.Propose(2, 1, 1, Today, rules, "改正", Proposer, Now));
    }

    [Fact]
    public void InForce_IsTheApprovedVersionThatBeganLast_AndOfOneDayTheHigherNumber()
    {
        var (first, early, late, same) = (Begun(new(2021, 4, 1)), Approved(2, Today), Approved(3, Today.AddDays(9)), Approved(4, Today));
        SharingRules[] all = [late, early, first, same, Propose(Today)];

        Assert.Null(SharingRules.InForce(all, new(2021, 3, 31)));
        Assert.Equal(1, SharingRules.InForce(all, Today.AddDays(-1))!.Number);
        Assert.Equal(4, SharingRules.InForce(all, Today)!.Number);
        Assert.Equal(3, SharingRules.InForce(all, Today.AddDays(9))!.Number);
    }

    [Fact]
    public void Sending_OnABasisThatDoesNotCarry_IsRefused()
    {
        var rule = Rules()[0];
        rule.RequireSending(AgencyKind.Npo, ["caseworker", "auditor"]);
        Refusals.AssertRefused(RefusalKind.Invalid, "LEGAL_BASIS_RECEIVER", () => rule.RequireSending(AgencyKind.School, ["caseworker"]));
        Refusals.AssertRefused(RefusalKind.Forbidden, "LEGAL_BASIS_ROLE", () => rule.RequireSending(AgencyKind.Npo, ["partner"]));
    }

    static SharingRules Propose(DateOnly startsOn, int number = 2) =>
        SharingRules.Propose(number, 1, 1, startsOn, Rules(), "法改正のため", Proposer, Now);

    static SharingRules Begun(DateOnly startsOn) => SharingRules.Begin(startsOn, Rules(), Now);

    static SharingRules Approved(int number, DateOnly startsOn)
    {
        var version = Propose(startsOn, number);
        version.Approve(Other, 1, Now);
        return version;
    }

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
