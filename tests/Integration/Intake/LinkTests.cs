using Grpc.Core;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

public sealed class LinkTests(RegisterFixture fixture) : IClassFixture<RegisterFixture>
{
    Resident Ichiro => fixture.Residents[0];

    Resident Jiro => fixture.Residents[2];

    [Fact]
    public async Task Record_AboutAResident_TakesTheHouseholdFromTheRegister()
    {
        var recorded = await fixture.Desk().RecordAsync(sheet => sheet.ResidentId = Ichiro.ResidentId);

        Assert.Equal((SubjectState.Linked, Ichiro.ResidentId, Ichiro.HouseholdId), (recorded.SubjectState, recorded.ResidentId, recorded.HouseholdId));
        Assert.NotEmpty(recorded.HouseholdId);
    }

    [Fact]
    public async Task Record_AboutAResidentWithoutAPurpose_ReadsTheRegisterForTheConsultation() =>
        Assert.Equal(Jiro.HouseholdId, (await fixture.Desk(purpose: null).RecordAsync(sheet => sheet.ResidentId = Jiro.ResidentId)).HouseholdId);

    [Fact]
    public async Task Record_AboutAResidentNobodyKnows_IsRefusedAndSavesNothing()
    {
        var desk = fixture.Desk();

        await Refused.AssertFieldAsync("resident_id", desk.RecordAsync(sheet => sheet.ResidentId = Desk.NewId()), "RESIDENT_UNKNOWN");
        Assert.Empty((await desk.Intake.ListConsultationsAsync(new())).Consultations);
    }

    [Fact]
    public async Task Record_ByAPartnerAboutAResident_IsRefused() => await Refused.AssertAsync(
        StatusCode.PermissionDenied,
        "RESIDENT_FORBIDDEN",
        fixture.Desk("partner").RecordAsync(sheet => sheet.ResidentId = Ichiro.ResidentId));

    [Fact]
    public async Task Link_AnUnidentifiedConsultation_IsLinkedAndTold()
    {
        var desk = fixture.Desk();
        var recorded = await desk.RecordAsync();
        var linked = await LinkAsync(desk, recorded, Ichiro);

        Assert.Equal((SubjectState.Linked, Ichiro.HouseholdId), (linked.SubjectState, linked.HouseholdId));
        Assert.NotEqual(recorded.Version, linked.Version);
        Assert.Equal(linked, await desk.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId }));
        var told = Assert.Single(await fixture.Events.WaitForAsync<ConsultationLinked>(recorded.ConsultationId));
        Assert.Equal((2L, desk.Staff, Guid.Parse(Ichiro.ResidentId)), (told.Sequence, told.StaffId, told.ResidentId));
    }

    [Fact]
    public async Task Link_ToAnotherResident_CorrectsItAndTheCaseFollows()
    {
        var desk = fixture.Desk();
        var recorded = await desk.RecordAsync(sheet => sheet.ResidentId = Ichiro.ResidentId);
        var opened = await desk.Intake.OpenCaseAsync(new() { RequestId = Desk.NewId(), ConsultationId = recorded.ConsultationId });
        _ = await LinkAsync(desk, recorded, Jiro);

        var read = await desk.Intake.GetCaseAsync(new() { CaseId = opened.CaseId });
        Assert.Equal((Jiro.ResidentId, Jiro.HouseholdId), (read.ResidentId, read.HouseholdId));
        Assert.NotEqual(Ichiro.HouseholdId, read.HouseholdId);
    }

    [Fact]
    public async Task Link_ToTheSameResident_IsRefused()
    {
        var desk = fixture.Desk();
        var recorded = await desk.RecordAsync(sheet => sheet.ResidentId = Ichiro.ResidentId);

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "CONSULTATION_ALREADY_LINKED", LinkAsync(desk, recorded, Ichiro));
    }

    [Fact]
    public async Task Link_WithAStaleVersion_IsRefusedAndOverwritesNothing()
    {
        var desk = fixture.Desk();
        var recorded = await desk.RecordAsync();
        _ = await LinkAsync(desk, recorded, Ichiro);

        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", LinkAsync(desk, recorded, Jiro, recorded.Version));
        var read = await desk.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId });
        Assert.Equal(Ichiro.ResidentId, read.ResidentId);
    }

    [Fact]
    public async Task Search_ByALinkedResident_FindsTheConsultation()
    {
        var desk = fixture.Desk();
        _ = await desk.RecordAsync();
        var linked = await desk.RecordAsync(sheet => sheet.ResidentId = Jiro.ResidentId);

        var byResident = await desk.Intake.SearchConsultationsAsync(new() { ResidentId = Jiro.ResidentId });
        var byState = await desk.Intake.SearchConsultationsAsync(new() { SubjectState = SubjectState.Linked });
        Assert.Equal(linked.ConsultationId, Assert.Single(byResident.Consultations).ConsultationId);
        Assert.Equal(byResident, byState);
    }

    static AsyncUnaryCall<Consultation> LinkAsync(Desk desk, Consultation consultation, Resident resident, string version = "") =>
        desk.Intake.LinkConsultationAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = consultation.ConsultationId,
            ResidentId = resident.ResidentId,
            ExpectedVersion = version,
        });
}
