using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>Two persons lift what is over, and that alone.</summary>
public sealed class ProtectionReleaseTests
{
    static readonly StaffId Proposer = new("welfare-01");
    static readonly StaffId Other = new("welfare-manager-01");
    static readonly DateTimeOffset Now = JapanCalendar.StartOf(Named.Today).AddHours(10);

    static ProtectionRelease Proposed() => ProtectionRelease.Propose(Guid.NewGuid(), [Named.Person(Named.Over())], "満了", Proposer, Now);

    [Fact]
    public void Proposal_LiftsNothingUntilASecondPersonApproves()
    {
        var release = Proposed();
        Assert.All(release.Spans, span => Assert.False(span.Approved));
        Refusals.AssertRefused(RefusalKind.Forbidden, "SECOND_PERSON_REQUIRED", () => release.Approve(Proposer, Now));
        Assert.Equal(ReleaseState.Proposed, release.State);
        release.Approve(Other, Now);
        Assert.All(release.Spans, span => Assert.True(span.Approved));
    }

    [Fact]
    public void Decision_IsTakenOnce()
    {
        var rejected = Proposed();
        rejected.Reject(Proposer, "誤り", Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_RELEASE_DECIDED", () => rejected.Approve(Other, Now));
        Assert.All(rejected.Spans, span => Assert.False(span.Approved));
        var approved = Proposed();
        approved.Approve(Other, Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_RELEASE_DECIDED", () => approved.Reject(Other, "誤り", Now));
    }

    [Fact]
    public void OneWhoIsStillProtected_StopsTheWholeProposal() => Refusals.AssertRefused(
        RefusalKind.WrongState, "PROTECTION_IN_FORCE",
        () => ProtectionRelease.Propose(Guid.NewGuid(), [Named.Person(Named.Over()), Named.Person(Named.InForce())], "満了", Proposer, Now));
}
