using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
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
}
