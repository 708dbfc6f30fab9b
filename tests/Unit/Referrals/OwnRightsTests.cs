using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class OwnRightsTests
{
    [Fact]
    public void OnesOwnEntry_IsNotOnesToChange() =>
        Refusals.AssertRefused(RefusalKind.Forbidden, "OWN_RIGHTS", () => OwnRights.RequireAnother(new StaffId("admin-01"), new StaffId("admin-01")));

    [Fact]
    public void OnesOwnAgency_IsNotOnesToChange() =>
        Refusals.AssertRefused(RefusalKind.Forbidden, "OWN_RIGHTS", () => OwnRights.RequireAnother(new AgencyId("it"), new AgencyId("it")));

    [Fact]
    public void AnotherEntryAndAnotherAgency_Are()
    {
        OwnRights.RequireAnother(new StaffId("admin-01"), new StaffId("admin-02"));
        OwnRights.RequireAnother(new AgencyId("it"), new AgencyId("npo"));
    }
}
