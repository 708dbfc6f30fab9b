using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>移管: the case passes on with its consultation and its grants.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class TransferTests(WallFixture fixture)
{
    [Fact]
    public async Task TransferCase_PassesCaseConsultationAndGrantsOn()
    {
        var (from, to, granted) = (New(), New(), New());
        var opened = await from.OpenCaseAsync();
        var grant = await from.Grants.CreateGrantAsync(Request(opened, granted.Id));

        var transferred = await from.Intake.TransferCaseAsync(Request(opened, to.Id, $"{to.Id}-01"));

        Assert.Equal((to.Id, $"{to.Id}-01"), (transferred.AgencyId, transferred.ResponsibleStaffId));
        Assert.True(await to.SeesAsync(opened) && await to.SeesConsultationAsync(opened));
        Assert.False(await from.SeesAsync(opened) || await from.SeesConsultationAsync(opened));
        Assert.True(await granted.SeesAsync(opened));

        var revocation = new RevokeGrantRequest { RequestId = Agency.NewId(), GrantId = grant.GrantId, Reason = "終了" };
        await Refused.AssertAsync(StatusCode.NotFound, "GRANT_NOT_FOUND", from.Grants.RevokeGrantAsync(revocation));
        revocation.RequestId = Agency.NewId();
        Assert.Equal(to.Id, (await to.Grants.RevokeGrantAsync(revocation)).OwnerAgencyId);
        Assert.False(await granted.SeesAsync(opened));
    }

    [Fact]
    public async Task TransferCase_OfAnotherAgencyOrWithAStaleVersionOrToNobodyElse_IsRefused()
    {
        var (owner, other) = (New(), New());
        var opened = await owner.OpenCaseAsync();

        await Refused.AssertAsync(StatusCode.NotFound, "CASE_NOT_FOUND", other.Intake.TransferCaseAsync(Request(opened, other.Id, "x")));
        var stale = Request(opened, other.Id, "x");
        stale.ExpectedVersion = "00000000";
        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", owner.Intake.TransferCaseAsync(stale));
        await Refused.AssertAsync(
            StatusCode.InvalidArgument, "RESPONSIBLE_UNKNOWN", owner.Intake.TransferCaseAsync(Request(opened, other.Id, opened.ResponsibleStaffId)));
        await Refused.AssertAsync(
            StatusCode.FailedPrecondition, "CASE_TRANSFER_TO_SAME",
            owner.Intake.TransferCaseAsync(Request(opened, owner.Id, opened.ResponsibleStaffId)));
        Assert.True(await owner.SeesAsync(opened));
    }

    [Fact]
    public async Task TransferCase_TwiceWithTheSameRequestId_HappensOnce()
    {
        var (from, to) = (New(), New());
        var request = Request(await from.OpenCaseAsync(), to.Id, $"{to.Id}-01");

        Assert.Equal(await from.Intake.TransferCaseAsync(request), await from.Intake.TransferCaseAsync(request));
    }

    Agency New() => new(fixture, WallFixture.NewAgency());

    static TransferCaseRequest Request(Case opened, string agency, string staff) => new()
    {
        RequestId = Agency.NewId(),
        CaseId = opened.CaseId,
        ToAgencyId = agency,
        ResponsibleStaffId = staff,
    };

    static CreateGrantRequest Request(Case opened, string agency) => new()
    {
        RequestId = Agency.NewId(),
        ResourceKind = "case",
        ResourceId = opened.CaseId,
        Grantee = new() { Kind = GranteeKind.Agency, Id = agency },
        Basis = GrantBasis.Emergency,
        Reason = "同行支援のため",
    };
}
