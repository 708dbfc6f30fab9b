using Grpc.Core;
using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Administrators learn why somebody may or may not see a record, and nothing of the record.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class ExplainTests(WallFixture fixture)
{
    const string GetCase = "tsunagu.intake.v1.IntakeService/GetCase";

    [Fact]
    public async Task ExplainAccess_SaysOfARecordWhatEveryoneConcernedWouldBeTold()
    {
        var (owner, granted, stranger) = (New(), New(), New());
        var opened = await owner.OpenCaseAsync();
        Assert.Equal("FOREIGN", await RowAsync(granted, opened));
        var grant = await owner.Grants.CreateGrantAsync(new()
        {
            RequestId = Agency.NewId(),
            ResourceKind = "case",
            ResourceId = opened.CaseId,
            Grantee = new() { Kind = GranteeKind.Agency, Id = granted.Id },
            Items = { "identity" },
            Basis = GrantBasis.Emergency,
            Reason = "同行支援のため",
        });

        Assert.Equal("OWN", await RowAsync(owner, opened));
        Assert.Equal("FOREIGN", await RowAsync(stranger, opened));
        var explained = await Administrator.ExplainAccessAsync(Request(granted, opened));
        Assert.True(explained.Allowed);
        Assert.Equal(("GRANTED", grant.GrantId, "identity"), (explained.Steps[2].Code, explained.Steps[2].GrantId, Assert.Single(explained.Steps[2].Items)));

        await owner.Grants.RevokeGrantAsync(new() { RequestId = Agency.NewId(), GrantId = grant.GrantId, Reason = "終了" });
        Assert.Equal("GRANT_REVOKED", await RowAsync(granted, opened));
    }

    [Fact]
    public async Task ExplainAccess_EndsWithTheFirstStepThatRefuses()
    {
        var owner = New();
        var request = Request(owner, await owner.OpenCaseAsync());
        request.Method = "tsunagu.audit.v1.AuditService/SearchAudit";

        var explained = await Administrator.ExplainAccessAsync(request);

        Assert.False(explained.Allowed);
        Assert.Equal(["STANDING ALLOWED", "CALL ROLE_NOT_PERMITTED"], explained.Steps.Select(step => $"{step.Name} {step.Code}"));
        request.StaffId = "nobody-01";
        Assert.Equal(["STANDING STAFF_UNKNOWN"], (await Administrator.ExplainAccessAsync(request)).Steps.Select(step => $"{step.Name} {step.Code}"));
    }

    [Fact]
    public async Task ExplainAccess_OfAnUnknownMethodRecordOrByAnotherRole_IsRefused()
    {
        var owner = New();
        var request = Request(owner, await owner.OpenCaseAsync());
        await Refused.AssertAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", As("caseworker").ExplainAccessAsync(request));
        request.ResourceId = Agency.NewId();
        Assert.Equal("RESOURCE_NOT_FOUND", (await Administrator.ExplainAccessAsync(request)).Steps[2].Code);
        request.Method = "tsunagu.intake.v1.IntakeService/Nothing";
        await Refused.AssertAsync(StatusCode.InvalidArgument, "METHOD_UNKNOWN", Administrator.ExplainAccessAsync(request));
    }

    AccessService.AccessServiceClient Administrator => As("administrator");

    AccessService.AccessServiceClient As(string role) => new(fixture.As("intake", "information-systems", role));

    Agency New() => new(fixture, WallFixture.NewAgency());

    async Task<string> RowAsync(Agency agency, Case opened) => (await Administrator.ExplainAccessAsync(Request(agency, opened))).Steps[2].Code;

    static ExplainAccessRequest Request(Agency agency, Case opened) => new()
    {
        StaffId = $"{agency.Id}-01",
        Method = GetCase,
        ResourceKind = "case",
        ResourceId = opened.CaseId,
    };
}
