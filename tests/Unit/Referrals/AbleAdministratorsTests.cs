using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class AbleAdministratorsTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 22);

    readonly Agency _agency = new() { Id = new("it"), Name = "情報政策課", Kind = AgencyKind.CityDepartment };
    readonly StaffMember _one = Enrol("admin-01", "administrator", "caseworker");
    readonly StaffMember _other = Enrol("admin-02", "administrator");

    [Fact]
    public void OneOfTwoSuspended_LeavesAnother()
    {
        _one.Suspend(Now);
        Assert.True(Any());
        _other.Suspend(Now);
        Assert.False(Any());
    }

    [Fact]
    public void NobodyWithTheRole_LeavesNobody()
    {
        _one.Revise(_agency.Id, "氏名", ["caseworker"]);
        Assert.True(Any());
        _other.Revise(_agency.Id, "氏名", ["manager"]);
        Assert.False(Any());
    }

    [Fact]
    public void RightsThatHaveEnded_LeaveNobody()
    {
        Assert.True(Any(at: _one.ValidUntil.AddTicks(-1)));
        Assert.False(Any(at: _one.ValidUntil));
    }

    [Fact]
    public void AgencyOutsideTheCityAdministration_NeedsAnAgreementForTheDirectory()
    {
        _agency.Revise("システム運用会社", AgencyKind.Contractor);
        Assert.False(Any());
        Assert.False(Any(agreements: Sign("intake")));
        var agreement = Sign("intake", "referral");
        Assert.True(Any(agreements: agreement));
        agreement.End("解約", Now);
        Assert.False(Any(agreements: agreement));
    }

    bool Any(DateTimeOffset? at = null, params Agreement[] agreements) => AbleAdministrators.Any([_one, _other], [_agency], agreements, at ?? Now);

    Agreement Sign(params string[] scopes) => Agreement.Sign(Guid.CreateVersion7(), _agency, scopes, Today, Today.AddDays(30), Now);

    static StaffMember Enrol(string id, params string[] roles) => StaffMember.Enrol(new(id), new("it"), "氏名", roles, Now);
}
