using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about consultations and cases.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfIntake(AccessStage stage) => new()
    {
        ["IntakeService.RecordConsultation"] = new(() => Desk.Sheet()),
        ["IntakeService.LinkConsultation"] = new(() => new LinkConsultationRequest
        {
            RequestId = Desk.NewId(),
            ConsultationId = stage.Consultation.ConsultationId,
            ResidentId = stage.Resident.ResidentId,
            ExpectedVersion = Stale,
        }),
        ["IntakeService.GetConsultation"] = new(() => new GetConsultationRequest { ConsultationId = stage.Consultation.ConsultationId }),
        ["IntakeService.ListConsultations"] = new(() => new ListConsultationsRequest { PageSize = 100 }, stage.Consultation.ConsultationId),
        ["IntakeService.SearchConsultations"] = new(
            () => new SearchConsultationsRequest { ResidentId = stage.Resident.ResidentId, PageSize = 100 }, stage.Consultation.ConsultationId),
        ["IntakeService.OpenCase"] = new(() => new OpenCaseRequest
        {
            RequestId = Desk.NewId(),
            ConsultationId = stage.Consultation.ConsultationId,
            ExpectedVersion = Stale,
        }),
        ["IntakeService.GetCase"] = new(() => new GetCaseRequest { CaseId = stage.Case.CaseId }),
        ["IntakeService.TransferCase"] = new(() => new TransferCaseRequest
        {
            RequestId = Desk.NewId(),
            CaseId = stage.Case.CaseId,
            ExpectedVersion = Stale,
            ToAgencyId = AccessStage.Receiver,
            ResponsibleStaffId = "shakyo-01",
        }),
        ["ConsentService.RecordConsent"] = new(() => Desk.Consent(stage.Consultation.ConsultationId, Elsewhere)),
        ["ConsentService.GetConsent"] = new(() => new GetConsentRequest { ConsentId = stage.Consent.ConsentId }),
        ["ConsentService.ListConsents"] = new(() => new ListConsentsRequest { ConsultationId = stage.Consultation.ConsultationId }),
        ["ConsentService.RevokeConsent"] = new(() => new RevokeConsentRequest
        {
            RequestId = Desk.NewId(),
            ConsentId = stage.Consent.ConsentId,
            ExpectedVersion = Stale,
            Reason = "撤回の申し出",
        }),
    };
}
