using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Rules;

/// <summary>Versions with a first day and two persons, whatever the rules in them are.</summary>
public sealed class RulesVersionTests
{
    static readonly StaffId Proposer = new("admin-01");
    static readonly StaffId Other = new("admin-02");

    // 01:00 on 23 November in Japan.
    static readonly DateTimeOffset Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly RulesErrors Errors = new("TABLE", "規則");

    [Fact]
    public void Proposal_HasNoEffectUntilAnotherPersonApprovesIt()
    {
        Table[] versions = [Begun(), Proposed(2, Today)];
        Assert.Equal(1, versions.InForce(Today)!.Number);

        var approved = versions.Approve(2, Other, Errors, Now);

        Assert.Equal((RulesState.Approved, Other, Now), (approved.State, approved.DecidedBy!.Value, approved.DecidedAt!.Value));
        Assert.Same(approved, versions.InForce(Today));
    }

    [Fact]
    public void Proposal_SaysByWhomWhenAndOnWhatItRests()
    {
        var proposed = Proposed(2, Today);
        Assert.Equal((RulesState.Proposed, 1, Proposer, Now), (proposed.State, proposed.BasedOn, proposed.ProposedBy!.Value, proposed.ProposedAt));
        Assert.Equal("法改正のため", proposed.Reason);
        Assert.Null(proposed.DecidedBy);
    }

    [Fact]
    public void Approve_ByWhoProposedIt_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Forbidden, "TABLE_SAME_PERSON", () => Both(Today).Approve(2, Proposer, Errors, Now));

    [Fact]
    public void Approve_WhenAnotherVersionWasApprovedSince_IsRefused()
    {
        Table[] versions = [Begun(), Proposed(2, Today), Proposed(3, Today)];
        versions.Approve(3, Other, Errors, Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_OVERTAKEN", () => versions.Approve(2, Other, Errors, Now));
    }

    [Fact]
    public void Approve_WhenTheFirstDayIsOver_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "TABLE_START_PAST", () => Both(Today).Approve(2, Other, Errors, Now.AddDays(1)));

    [Fact]
    public void Approve_OnTheFirstDay_IsTaken() =>
        Assert.Equal(RulesState.Approved, Both(Today.AddDays(1)).Approve(2, Other, Errors, Now.AddDays(1)).State);

    [Fact]
    public void Approve_OfAVersionThatThereIsNot_IsRefused()
    {
        Refusals.AssertRefused(RefusalKind.NotFound, "TABLE_NOT_FOUND", () => Both(Today).Approve(3, Other, Errors, Now));
        Refusals.AssertRefused(RefusalKind.NotFound, "TABLE_NOT_FOUND", () => Both(Today).Reject(0, Other, "誤り", Errors, Now));
    }

    [Fact]
    public void Decision_IsTakenOnce()
    {
        var versions = Both(Today);
        versions.Approve(2, Other, Errors, Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_DECIDED", () => versions.Approve(2, Other, Errors, Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_DECIDED", () => versions.Reject(2, Other, "誤り", Errors, Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_DECIDED", () => versions.Reject(1, Other, "誤り", Errors, Now));
    }

    [Fact]
    public void Reject_ByWhoProposedIt_TakesItBackForGood()
    {
        var versions = Both(Today);
        var rejected = versions.Reject(2, Proposer, "取り下げ", Errors, Now);
        Assert.Equal((RulesState.Rejected, Proposer, "取り下げ"), (rejected.State, rejected.DecidedBy!.Value, rejected.DecisionReason));
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_DECIDED", () => versions.Approve(2, Other, Errors, Now));
        Assert.Equal(1, versions.InForce(Today)!.Number);
    }

    [Fact]
    public void Propose_OnAVersionThatIsNotTheNewest_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.WrongState, "TABLE_OVERTAKEN", () => Table.Propose(Approved().Next(1, Today, "改正", Proposer, Now)));

    [Fact]
    public void Propose_ForADayInJapanThatIsOver_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "TABLE_START_PAST", () => Proposed(2, Today.AddDays(-1)));

    [Fact]
    public void Next_CountsOnAlsoAfterWhatWasRejected()
    {
        var versions = Both(Today);
        versions.Reject(2, Other, "誤り", Errors, Now);
        var next = versions.Next(1, Today, "改正", Proposer, Now);
        Assert.Equal((3, 1), (next.Number, next.Newest));
        Assert.Equal((1, 0), Array.Empty<Table>().Next(0, Today, "改正", Proposer, Now) is var first ? (first.Number, first.Newest) : default);
    }

    [Fact]
    public void InForce_IsTheApprovedVersionThatBeganLast_AndOfOneDayTheHigherNumber()
    {
        var all = Approved();

        Assert.Null(all.InForce(new(2021, 3, 31)));
        Assert.Equal(1, all.InForce(Today.AddDays(-1))!.Number);
        Assert.Equal(4, all.InForce(Today)!.Number);
        Assert.Equal(3, all.InForce(Today.AddDays(9))!.Number);
    }

    [Fact]
    public void EndOf_IsTheFirstDayOfTheApprovedVersionThatFollows()
    {
        var all = Approved();

        Assert.Equal(Today, all.EndOf(new(2021, 4, 1)));
        Assert.Equal(Today.AddDays(9), all.EndOf(Today));
        Assert.Null(all.EndOf(Today.AddDays(9)));
    }

    [Fact]
    public void Whole_IsOneRuleForEachKeyInTheirOrder()
    {
        Assert.Equal([1, 2], new[] { 2, 1 }.Whole(rule => rule, [1, 2]));
        Assert.Null(new[] { 1 }.Whole(rule => rule, [1, 2]));
        Assert.Null(new[] { 1, 2, 2 }.Whole(rule => rule, [1, 2]));
        Assert.Null(new[] { 1, 1 }.Whole(rule => rule, [1, 2]));
        Assert.Null(new[] { 1, 2, 3 }.Whole(rule => rule, [1, 2]));
    }

    static Table Begun() => new(1, new(2021, 4, 1), Now);

    static Table Proposed(int number, DateOnly startsOn) => Table.Propose(new(number, 1, 1, startsOn, "法改正のため", Proposer, Now));

    static Table[] Both(DateOnly startsOn) => [Begun(), Proposed(2, startsOn)];

    // The first, one from today on, one from the ninth day on, another from today on, and one that is only proposed.
    static Table[] Approved()
    {
        Table[] all = [Proposed(5, Today.AddDays(4)), Proposed(4, Today), Proposed(3, Today.AddDays(9)), Begun(), Proposed(2, Today)];
        foreach (var version in all.Where(version => version.Number is 2 or 3 or 4))
            version.Approve(Other, 1, Now);
        return all;
    }

    sealed class Table : RulesVersion
    {
        public Table(int number, DateOnly startsOn, DateTimeOffset now)
            : base(number, startsOn, now)
        {
        }

        Table(RulesProposal proposal)
            : base(proposal, RulesVersionTests.Errors)
        {
        }

        public static Table Propose(RulesProposal proposal) => new(proposal);

        protected override RulesErrors Errors => RulesVersionTests.Errors;
    }
}
