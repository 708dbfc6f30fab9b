using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting;

public sealed class GrantPartiesTests
{
    static readonly StaffId Approver = new("tax-manager-01");

    [Fact]
    public void Grantee_ThatTheDirectoryKnows_IsTaken()
    {
        Require(Grantee.Agency(Grants.Other));
        Require(Grantee.Staff(Grants.Staff));
        // Suspended staff may be named: it opens nothing until they are reinstated.
        Require(Grantee.Staff(Approver), suspended: true);
        Require(Grantee.Meeting(Guid.CreateVersion7()));
    }

    [Fact]
    public void Grantee_ThatTheDirectoryDoesNotKnow_IsRefused()
    {
        Refused("GRANT_GRANTEE_UNKNOWN", () => Require(Grantee.Agency(new("nowhere"))));
        Refused("GRANT_GRANTEE_UNKNOWN", () => Require(Grantee.Staff(new("nobody"))));
        // The code of an agency is nobody's id.
        Refused("GRANT_GRANTEE_UNKNOWN", () => Require(Grantee.Staff(new(Grants.Other.Value))));
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Coordinator)]
    public void Approver_WhoManagesOrCoordinatesInTheOwningAgency_IsTaken(Role role) => Approve([role]);

    [Theory]
    [InlineData(Role.Caseworker)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Partner)]
    public void Approver_InAnotherRole_IsRefused(Role role) => Refused("GRANT_APPROVER_INVALID", () => Approve([role]));

    [Fact]
    public void Approver_OfAnotherAgency_IsRefused() => Refused("GRANT_APPROVER_INVALID", () => Approve([Role.Manager], Grants.Other));

    [Fact]
    public void Approver_WhoIsNotInTheDirectory_IsRefused() =>
        Refused("GRANT_APPROVER_INVALID", () => Approve([Role.Manager], approver: new("nobody")));

    [Fact]
    public void Approver_WhoIsSuspendedOrWhoseRightsHaveEnded_IsRefused()
    {
        Refused("GRANT_APPROVER_INVALID", () => Approve([Role.Manager], suspended: true));
        Refused("GRANT_APPROVER_INVALID", () => Approve([Role.Manager], until: Grants.Now));
    }

    static void Require(Grantee grantee, bool suspended = false) =>
        GrantParties.Require(Grants.Terms(grantee), Directory([Role.Manager], Grants.Owner, suspended, Grants.Now.AddDays(1)), null, Grants.Now);

    static void Approve(Role[] roles, AgencyId? agency = null, bool suspended = false, DateTimeOffset? until = null, StaffId? approver = null)
    {
        var directory = Directory(roles, agency ?? Grants.Owner, suspended, until ?? Grants.Now.AddDays(1));
        var caller = GrantParties.ApproverOf(approver ?? Approver, Grants.Owner);
        GrantParties.Require(Grants.Terms(), directory, Standing.Of(directory, TimeSpan.FromMinutes(15), caller, "intake", Grants.Now), Grants.Now);
    }

    static DirectorySnapshot Directory(Role[] roles, AgencyId agency, bool suspended, DateTimeOffset until) => new(
        new Dictionary<StaffId, KnownStaff>
        {
            [Approver] = new(agency, roles.ToHashSet(), until, suspended),
            [Grants.Staff] = new(Grants.Owner, new HashSet<Role> { Role.Caseworker }, Grants.Now.AddDays(1), Suspended: false),
        },
        new[] { Grants.Owner, Grants.Other }.ToDictionary(id => id, id => new KnownAgency(id, KnownAgency.CityDepartment, [])),
        Grants.Now,
        Complete: true)
    {
        Sharing = SampleRules.Table,
    };

    static void Refused(string code, Action act) => Refusals.AssertRefused(RefusalKind.Invalid, code, act);
}
