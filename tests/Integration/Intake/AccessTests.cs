using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

[Collection(nameof(IntakeFixture))]
public sealed class AccessTests(IntakeFixture fixture)
{
    [Fact]
    public async Task RowsOfAnotherAgency_AreAnsweredAsAbsent()
    {
        var (owner, stranger) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var opened = await owner.Intake.OpenCaseAsync(new() { RequestId = Desk.NewId(), ConsultationId = consultation.ConsultationId });

        await AssertNotFoundAsync("CONSULTATION_NOT_FOUND", stranger.Intake.GetConsultationAsync(new() { ConsultationId = consultation.ConsultationId }));
        await AssertNotFoundAsync("CASE_NOT_FOUND", stranger.Intake.GetCaseAsync(new() { CaseId = opened.CaseId }));
        await AssertNotFoundAsync("CONSULTATION_NOT_FOUND", stranger.Intake.OpenCaseAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = consultation.ConsultationId,
        }));
        await AssertNotFoundAsync("CONSULTATION_NOT_FOUND", stranger.Intake.LinkConsultationAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = consultation.ConsultationId,
            ResidentId = Desk.NewId(),
        }));
        Assert.Empty((await stranger.Intake.ListConsultationsAsync(new())).Consultations);
        Assert.Empty((await stranger.Intake.SearchConsultationsAsync(new())).Consultations);
    }

    [Theory]
    [InlineData("planner")]
    [InlineData("auditor")]
    [InlineData("lay_watcher")]
    public async Task RolesWithoutIntake_AreRefused(string role)
    {
        var desk = fixture.Desk(role);
        await AssertForbiddenAsync("ROLE_NOT_PERMITTED", desk.RecordAsync());
        await AssertForbiddenAsync("ROLE_NOT_PERMITTED", desk.Intake.ListConsultationsAsync(new()));
    }

    [Fact]
    public async Task Partner_RecordsAndReadsButNeitherSearchesNorOpensCases()
    {
        var partner = fixture.Desk("partner");
        var recorded = await partner.RecordAsync();

        Assert.Equal(recorded, await partner.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId }));
        await AssertForbiddenAsync("ROLE_NOT_PERMITTED", partner.Intake.SearchConsultationsAsync(new()));
        await AssertForbiddenAsync("ROLE_NOT_PERMITTED", partner.Intake.OpenCaseAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = recorded.ConsultationId,
        }));
    }

    [Fact]
    public async Task WithoutAPurpose_ASheetIsRecordedButNotRead()
    {
        var desk = fixture.Desk(purpose: null);
        var recorded = await desk.RecordAsync();

        await AssertForbiddenAsync("PURPOSE_MISSING", desk.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId }));
        await AssertForbiddenAsync("PURPOSE_MISSING", desk.Intake.SearchConsultationsAsync(new()));
        await AssertForbiddenAsync("PURPOSE_MISSING", desk.Intake.LinkConsultationAsync(new()));
    }

    [Fact]
    public async Task WithoutAToken_NothingIsAnswered() => await Refused.AssertAsync(
        StatusCode.Unauthenticated, "TOKEN_MISSING", fixture.Client("", "consultation").ListConsultationsAsync(new()));

    [Fact]
    public async Task GetConsultation_UnknownOrMalformedId_IsToldApart()
    {
        var desk = fixture.Desk();
        await AssertNotFoundAsync("CONSULTATION_NOT_FOUND", desk.Intake.GetConsultationAsync(new() { ConsultationId = Desk.NewId() }));
        await Refused.AssertFieldAsync("consultation_id", desk.Intake.GetConsultationAsync(new() { ConsultationId = "x" }));
    }

    static Task<RefusedCall> AssertNotFoundAsync<T>(string code, AsyncUnaryCall<T> call) => Refused.AssertAsync(StatusCode.NotFound, code, call);

    static Task<RefusedCall> AssertForbiddenAsync<T>(string code, AsyncUnaryCall<T> call) => Refused.AssertAsync(StatusCode.PermissionDenied, code, call);
}
