using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class StaffMemberTests
{
    static readonly DateTimeOffset November = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset February = new(2027, 2, 10, 6, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset EndOfYear = new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Enrol_GivesRightsUntilTheFiscalYearIsOver() => Assert.Equal(EndOfYear, Enrolled().ValidUntil);

    [Fact]
    public void Revise_LeavesTheEndOfTheRightsAsItIs()
    {
        var staff = Enrolled();
        staff.Revise(new("welfare"), "別名", ["manager"]);
        Assert.Equal((EndOfYear, "welfare", "manager"), (staff.ValidUntil, staff.Agency.Value, Assert.Single(staff.Roles)));
    }

    [Fact]
    public void Suspend_WhenSuspended_IsRefused()
    {
        var staff = Enrolled();
        staff.Suspend(November);
        Assert.Equal(November, staff.SuspendedAt);
        Refusals.AssertRefused(RefusalKind.WrongState, "STAFF_WRONG_STATE", () => staff.Suspend(November));
    }

    [Fact]
    public void Reinstate_EndsTheSuspensionAndRenewsNothing()
    {
        var staff = Enrolled();
        Refusals.AssertRefused(RefusalKind.WrongState, "STAFF_WRONG_STATE", staff.Reinstate);
        staff.Suspend(November);
        staff.Reinstate();
        Assert.Equal((null, EndOfYear), (staff.SuspendedAt, staff.ValidUntil));
    }

    [Fact]
    public void RenewRights_BeforeFebruary_IsRefusedAndInFebruary_LastsAYearLonger()
    {
        var staff = Enrolled();
        Refusals.AssertRefused(RefusalKind.WrongState, "RIGHTS_NOT_RENEWABLE", () => staff.RenewRights(November));
        staff.RenewRights(February);
        Assert.Equal(EndOfYear.AddYears(1), staff.ValidUntil);
    }

    [Fact]
    public void RenewRights_OfSuspendedStaff_IsRefused()
    {
        var staff = Enrolled();
        staff.Suspend(November);
        Refusals.AssertRefused(RefusalKind.WrongState, "STAFF_WRONG_STATE", () => staff.RenewRights(February));
    }

    static StaffMember Enrolled() => StaffMember.Enrol(new("s-1"), new("tax"), "氏名", ["caseworker"], November);
}
