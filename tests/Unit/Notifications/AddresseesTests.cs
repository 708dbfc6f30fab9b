using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.Notifications.Messaging;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Notifications;

public sealed class AddresseesTests
{
    static readonly AgencyId Tax = new("tax");
    static readonly StaffId Opener = new("npo-01");

    static readonly DirectorySnapshot Known = new(
        new Dictionary<StaffId, KnownStaff>
        {
            [new("tax-01")] = Staff("tax", Role.Caseworker),
            [new("tax-02")] = Staff("tax", Role.Coordinator, Role.Manager),
            [new("tax-03")] = Staff("tax", Role.Manager) with { Suspended = true },
            [new("npo-01")] = Staff("npo", Role.Manager),
            [new("admin-01")] = Staff("systems", Role.Administrator),
        },
        new Dictionary<AgencyId, KnownAgency>(),
        DateTimeOffset.UnixEpoch,
        Complete: true);

    [Fact]
    public void InAnAgency_AreThoseWithOneOfTheRolesWhoAreNotSuspended() => Assert.Equal(
        [new(InboxKind.BreakGlassOpened, Tax, new("tax-02"))],
        Addressees.In(Known, InboxKind.BreakGlassOpened, Tax, Opener, Role.Coordinator, Role.Manager));

    [Fact]
    public void AgencyWithNobodyElse_IsToldAsAWhole() => Assert.Equal(
        [new(InboxKind.BreakGlassUsed, new("npo"), null)], Addressees.In(Known, InboxKind.BreakGlassUsed, new("npo"), Opener, Role.Manager));

    [Fact]
    public void Everywhere_AreAllWithARole_InAFixedOrder() => Assert.Equal(
        ["admin-01", "npo-01", "tax-02"],
        Addressees.Everywhere(Known, InboxKind.BreakGlassOverdue, Role.Manager, Role.Administrator).Select(notice => notice.Staff?.Value));

    [Fact]
    public void WhileNothingWasHeard_NobodyIsTakenForNobody() => Refusals.AssertRefused(
        RefusalKind.Unavailable, "DIRECTORY_STALE",
        () => Addressees.In(DirectorySnapshot.Empty, InboxKind.BreakGlassOpened, Tax, Opener, Role.Manager));

    static KnownStaff Staff(string agency, params Role[] roles) => new(new(agency), roles.ToHashSet(), DateTimeOffset.MaxValue, Suspended: false);
}
