using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    async Task MeetAsync(Case openCase)
    {
        var meeting = await CallMeetingAsync(openCase);
        var invited = await AskAsync<Meeting>(TaxCounter, new InviteAgenciesRequest
        {
            RequestId = NewRequest(),
            MeetingId = meeting.MeetingId,
            ExpectedVersion = meeting.Version,
            AgencyIds = { "jobs-npo", "legal-office" },
        });
        await AskAsync<Meeting>(TaxCounter, new RecordDecisionRequest
        {
            RequestId = NewRequest(),
            MeetingId = meeting.MeetingId,
            ExpectedVersion = invited.Version,
            Text = "家計相談と見守りを担う",
            ResponsibleAgencyId = PartnerAgency,
            DueDate = "2099-12-31",
        });
        await AskAsync<Meeting>(Partner, new GetMeetingRequest { MeetingId = meeting.MeetingId });
        await AskAsync<ListMeetingsResponse>(
            TaxCounter, new ListMeetingsRequest { CaseId = openCase.CaseId, StartsFrom = Timestamp.FromDateTime(DateTime.UtcNow) });
        var called = await CallMeetingAsync(openCase);
        await AskAsync<Meeting>(TaxCounter, new CancelMeetingRequest { RequestId = NewRequest(), MeetingId = called.MeetingId });
    }

    Task<Meeting> CallMeetingAsync(Case openCase) => AskAsync<Meeting>(TaxCounter, new CallMeetingRequest
    {
        RequestId = NewRequest(),
        CaseId = openCase.CaseId,
        Kind = MeetingKind.SupportConference,
        StartsAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
        DurationMinutes = 60,
        Place = "市役所　第2会議室",
        AgencyIds = { PartnerAgency },
    });
}
