using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Directory;

public sealed class StandingTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = JapanCalendar.DayOf(Now);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    static readonly AgencyId Department = new("tax");
    static readonly AgencyId Partner = new("npo");

    static KnownStaff Member(AgencyId agency) => new(agency, Set(Role.Caseworker, Role.Partner), Now.AddDays(1), Suspended: false);

    static KnownAgreement Agreement(params string[] scopes) => new(scopes, Today, Today, null);

    [Fact]
    public void Of_ADepartmentsStaffInGoodStanding_GivesTheRolesThatTokenAndDirectoryShare()
    {
        var standing = Of(Member(Department), roles: [Role.Caseworker, Role.Administrator]);

        Assert.Equal((AccessVerdict.Allowed, Role.Caseworker), (standing.Verdict, Assert.Single(standing.Roles)));
    }

    [Fact]
    public void Of_SomebodyWhoseTokenAndDirectoryShareNoRole_GivesNone() =>
        Assert.Empty(Of(Member(Department), roles: [Role.Administrator]).Roles);

    [Fact]
    public void Of_SomebodyNotInTheDirectory_IsUnknown() => Refused(AccessVerdict.StaffUnknown, Of(null));

    [Fact]
    public void Of_SomebodyWhoComesForAnotherAgencyThanTheirs_IsUnknown() =>
        Refused(AccessVerdict.StaffUnknown, Of(Member(Department), agency: Partner));

    [Fact]
    public void Of_StaffOfAnAgencyThatIsNotInTheDirectory_IsUnknown() =>
        Refused(AccessVerdict.StaffUnknown, Of(Member(new("gone")), agency: new("gone")));

    [Fact]
    public void Of_SuspendedStaff_IsSuspended() =>
        Refused(AccessVerdict.StaffSuspended, Of(Member(Department) with { Suspended = true }));

    [Fact]
    public void Of_RightsThatEndNow_AreExpiredAndOfRightsThatEndInATick_AreNot()
    {
        Refused(AccessVerdict.RightsExpired, Of(Member(Department) with { ValidUntil = Now }));
        Assert.Equal(AccessVerdict.Allowed, Of(Member(Department) with { ValidUntil = Now.AddTicks(1) }).Verdict);
    }

    [Theory]
    [InlineData(0, AccessVerdict.Allowed)]
    [InlineData(15, AccessVerdict.Allowed)]
    [InlineData(16, AccessVerdict.DirectoryStale)]
    public void Of_ADirectoryOfSomeAge_IsTrustedUpToTheLimit(int minutes, AccessVerdict expected) =>
        Assert.Equal(expected, Of(Member(Department), confirmedAt: Now.AddMinutes(-minutes)).Verdict);

    [Fact]
    public void Of_ADirectoryThatMissedSomething_IsStale() => Refused(AccessVerdict.DirectoryStale, Of(Member(Department), complete: false));

    [Fact]
    public void Of_AnyCaller_BeforeTheDirectoryWasConfirmed_IsStale() =>
        Refused(AccessVerdict.DirectoryStale, Standing.Of(DirectorySnapshot.Empty, Limit, Caller(Department, Role.Administrator), "intake", Now));

    [Fact]
    public void Of_AProgram_NeedsNoDirectoryAndHasNoOtherRole()
    {
        var standing = Standing.Of(DirectorySnapshot.Empty, Limit, Caller(new(""), Role.Service, Role.Administrator), "intake", Now);

        Assert.Equal((AccessVerdict.Allowed, Role.Service), (standing.Verdict, Assert.Single(standing.Roles)));
    }

    [Fact]
    public void Of_APartnersStaffWithoutAnAgreement_IsRefused() => Refused(AccessVerdict.AgreementMissing, Of(Member(Partner)));

    [Fact]
    public void Of_APartnersStaffWithAnAgreementForTheArea_IsAllowed() =>
        Assert.Equal(AccessVerdict.Allowed, Of(Member(Partner), agreements: Agreement("referral", "intake")).Verdict);

    [Fact]
    public void Of_APartnersStaffWithAnAgreementForAnotherArea_IsOutOfScope() =>
        Refused(AccessVerdict.AgreementScope, Of(Member(Partner), agreements: Agreement("referral")));

    [Fact]
    public void Of_SeveralAgreements_CountTogether() =>
        Assert.Equal(AccessVerdict.Allowed, Of(Member(Partner), agreements: [Agreement("referral"), Agreement("intake")]).Verdict);

    [Theory]
    [InlineData(-9, -1, AccessVerdict.AgreementMissing)]
    [InlineData(-9, 0, AccessVerdict.Allowed)]
    [InlineData(0, 9, AccessVerdict.Allowed)]
    [InlineData(1, 9, AccessVerdict.AgreementMissing)]
    public void Of_AnAgreementOfSomePeriod_CountsOnItsFirstAndLastDay(int first, int last, AccessVerdict expected) =>
        Assert.Equal(
            expected,
            Of(Member(Partner), agreements: Agreement("intake") with { StartsOn = Today.AddDays(first), EndsOn = Today.AddDays(last) }).Verdict);

    [Fact]
    public void Of_AnAgreementThatWasEnded_CountsUntilThen()
    {
        Refused(AccessVerdict.AgreementMissing, Of(Member(Partner), agreements: Agreement("intake") with { EndedAt = Now }));
        Assert.Equal(AccessVerdict.Allowed, Of(Member(Partner), agreements: Agreement("intake") with { EndedAt = Now.AddTicks(1) }).Verdict);
    }

    [Fact]
    public void Of_TheLastDayOfAnAgreement_IsADayOfJapan()
    {
        // 16:00 UTC is 01:00 of the next day in Japan.
        var late = new DateTimeOffset(Today, new TimeOnly(16, 0), TimeSpan.Zero);

        Refused(AccessVerdict.AgreementMissing, Of(Member(Partner) with { ValidUntil = late.AddDays(9) }, now: late, agreements: Agreement("intake")));
    }

    static void Refused(AccessVerdict expected, Standing standing)
    {
        Assert.Equal(expected, standing.Verdict);
        Assert.Empty(standing.Roles);
    }

    static Standing Of(
        KnownStaff? member,
        AgencyId? agency = null,
        Role[]? roles = null,
        DateTimeOffset? confirmedAt = null,
        bool complete = true,
        DateTimeOffset? now = null,
        params KnownAgreement[] agreements)
    {
        var staff = new Dictionary<StaffId, KnownStaff>();
        if (member is not null) staff[new("s-1")] = member;
        var directory = new DirectorySnapshot(
            staff,
            new Dictionary<AgencyId, KnownAgency>
            {
                [Department] = new(Department, KnownAgency.CityDepartment, []),
                [Partner] = new(Partner, "npo", agreements),
            },
            confirmedAt ?? now ?? Now,
            complete);
        var caller = Caller(agency ?? member?.Agency ?? Department, roles ?? [Role.Caseworker]);
        return Standing.Of(directory, Limit, caller, "intake", now ?? Now);
    }

    static Caller Caller(AgencyId agency, params Role[] roles) => new(new("s-1"), agency, Set(roles), null);

    static HashSet<Role> Set(params Role[] roles) => [.. roles];
}
