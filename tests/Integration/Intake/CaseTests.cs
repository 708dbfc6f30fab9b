using Grpc.Core;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

[Collection(nameof(IntakeFixture))]
public sealed class CaseTests(IntakeFixture fixture)
{
    [Fact]
    public async Task OpenCase_MakesTheCallerResponsibleAndShowsOnTheConsultation()
    {
        var desk = fixture.Desk();
        var consultation = await desk.RecordAsync();
        var opened = await OpenAsync(desk, consultation);

        Assert.Equal((CaseState.Open, desk.Staff, desk.Agency), (opened.State, opened.ResponsibleStaffId, opened.AgencyId));
        Assert.Equal(consultation.ConsultationId, opened.ConsultationId);
        Assert.Equal(opened, await desk.Intake.GetCaseAsync(new() { CaseId = opened.CaseId }));
        var read = await desk.Intake.GetConsultationAsync(new() { ConsultationId = consultation.ConsultationId });
        Assert.Equal(opened.CaseId, read.CaseId);
        Assert.NotEqual(consultation.Version, read.Version);
    }

    [Fact]
    public async Task OpenCase_IsPublishedAsTheFirstEventOfTheCase()
    {
        var desk = fixture.Desk();
        var consultation = await desk.RecordAsync();
        var opened = await OpenAsync(desk, consultation);

        var told = Assert.Single(await fixture.Events.WaitForAsync<CaseOpened>(opened.CaseId));
        Assert.Equal((1L, desk.Agency, desk.Staff), (told.Sequence, told.AgencyId, told.ResponsibleStaffId));
        Assert.Equal(Guid.Parse(consultation.ConsultationId), told.ConsultationId);
    }

    [Fact]
    public async Task OpenCase_Twice_IsRefusedAndTellsNothing()
    {
        var desk = fixture.Desk();
        var consultation = await desk.RecordAsync();
        _ = await OpenAsync(desk, consultation);
        var told = await fixture.ToldAsync(desk.Agency);

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "CASE_ALREADY_OPEN", OpenAsync(desk, consultation));
        Assert.Equal(told, await fixture.ToldAsync(desk.Agency));
    }

    [Fact]
    public async Task OpenCase_ManyAtOnce_OpensOne()
    {
        var desk = fixture.Desk();
        var consultation = await desk.RecordAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Refused.StatusOfAsync(OpenAsync(desk, consultation))));

        Assert.Single(answers, StatusCode.OK);
        Assert.All(answers, status => Assert.True(status is StatusCode.OK or StatusCode.FailedPrecondition or StatusCode.Aborted));
    }

    [Fact]
    public async Task OpenCase_WithAStaleVersion_IsRefused()
    {
        var desk = fixture.Desk();
        var consultation = await desk.RecordAsync();
        _ = await OpenAsync(desk, consultation);
        var call = desk.Intake.OpenCaseAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = consultation.ConsultationId,
            ExpectedVersion = consultation.Version,
        });

        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", call);
    }

    [Fact]
    public async Task OpenCase_WithTheSameRequestId_IsAnsweredTheSame()
    {
        var desk = fixture.Desk();
        var request = new OpenCaseRequest { RequestId = Desk.NewId(), ConsultationId = (await desk.RecordAsync()).ConsultationId };

        Assert.Equal(await desk.Intake.OpenCaseAsync(request), await desk.Intake.OpenCaseAsync(request));
    }

    [Fact]
    public async Task OpenCase_OfAnUnknownConsultation_IsNotFound() => await Refused.AssertAsync(
        StatusCode.NotFound,
        "CONSULTATION_NOT_FOUND",
        fixture.Desk().Intake.OpenCaseAsync(new() { RequestId = Desk.NewId(), ConsultationId = Desk.NewId() }));

    [Fact]
    public async Task GetCase_OfAnUnknownCase_IsNotFound() => await Refused.AssertAsync(
        StatusCode.NotFound, "CASE_NOT_FOUND", fixture.Desk().Intake.GetCaseAsync(new() { CaseId = Desk.NewId() }));

    static AsyncUnaryCall<Case> OpenAsync(Desk desk, Consultation consultation) =>
        desk.Intake.OpenCaseAsync(new() { RequestId = Desk.NewId(), ConsultationId = consultation.ConsultationId });
}
