using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Channel = Tsunagu.Contracts.Intake.V1.Channel;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    async Task<(Consultation Consultation, Case Case)> ConsultAsync(Resident resident)
    {
        var recorded = await AskAsync<Consultation>(TaxCounter, new RecordConsultationRequest
        {
            RequestId = NewRequest(),
            Channel = Channel.Counter,
            ReceivedAt = Timestamp.FromDateTime(DateTime.UtcNow.AddMinutes(-5)),
            Desk = "納税課 1番窓口",
            Person = new StatedPerson { Kana = "クボタ", ApproximateAge = 0, Sex = StatedSex.Unknown },
            Visitor = new Visitor { Name = "久保田　花子", Relationship = "母" },
            Complaint = "分納の相談。「子が学校に行けていない」\nとのこと 😊",
            MainIssue = Issue.TaxOrUtilities,
            Issues = { Issue.ChildRearing, Issue.WithdrawalOrTruancy },
            Urgency = Urgency.Soon,
            ConsentGiven = true,
        });
        var linked = await AskAsync<Consultation>(TaxCounter, new LinkConsultationRequest
        {
            RequestId = NewRequest(),
            ConsultationId = recorded.ConsultationId,
            ResidentId = resident.ResidentId,
            ExpectedVersion = recorded.Version,
        });
        await AskAsync<Consultation>(TaxCounter, new GetConsultationRequest { ConsultationId = linked.ConsultationId });
        await AskAsync<ListConsultationsResponse>(TaxCounter, new ListConsultationsRequest { PageSize = 2 });
        await AskAsync<SearchConsultationsResponse>(TaxCounter, new SearchConsultationsRequest
        {
            Kana = "くぼた",
            Issue = Issue.ChildRearing,
            SubjectState = SubjectState.Linked,
            ReceivedFrom = Timestamp.FromDateTime(DateTime.UtcNow.AddHours(-1)),
        });
        var opened = await AskAsync<Case>(TaxCounter, new OpenCaseRequest { RequestId = NewRequest(), ConsultationId = linked.ConsultationId });
        return (linked, await AskAsync<Case>(TaxCounter, new GetCaseRequest { CaseId = opened.CaseId }));
    }

    async Task<Consent> ConsentAsync(Consultation consultation)
    {
        var recorded = await AskAsync<Consent>(TaxCounter, new RecordConsentRequest
        {
            RequestId = NewRequest(),
            ConsultationId = consultation.ConsultationId,
            Giver = ConsentGiver.LegalRepresentative,
            RepresentativeName = "久保田　花子",
            Form = ConsentForm.Written,
            AgencyIds = { PartnerAgency },
            AgencyKinds = { AgencyKind.School, AgencyKind.Hospital },
            Meetings = true,
            Purposes = { "consultation", "support-plan" },
            GivenOn = DayOfJapan(-1),
            ValidUntil = DayOfJapan(90),
            Note = "家計相談のための共有を説明し、署名を得た",
        });
        await AskAsync<ListConsentsResponse>(TaxCounter, new ListConsentsRequest { ConsultationId = consultation.ConsultationId, PageSize = 5 });
        return await AskAsync<Consent>(TaxCounter, new GetConsentRequest { ConsentId = recorded.ConsentId });
    }

    async Task RevokeAsync(Consent consent) => await AskAsync<Consent>(TaxCounter, new RevokeConsentRequest
    {
        RequestId = NewRequest(),
        ConsentId = consent.ConsentId,
        ExpectedVersion = consent.Version,
        Reason = "本人から撤回の申し出があったため",
    });
}
