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

    /// <summary>The rules as they are, from a day on that is far off: looked at, proposed by one, approved by another, and a second proposal taken back.</summary>
    async Task AdministerMeetingRulesAsync()
    {
        var current = await AskAsync<MeetingRules>(Administrator, new GetMeetingRulesRequest());
        // Rules by which nobody may call a meeting would refuse what was called.
        var nobody = current.Rules.Select(rule => new MeetingRule { Kind = rule.Kind });
        await AskAsync<PreviewMeetingRulesResponse>(Administrator, new PreviewMeetingRulesRequest { StartsOn = DayOfJapan(0), Rules = { nobody } });
        var proposed = await AskAsync<MeetingRules>(Administrator, Proposal(current.Version));
        await AskAsync<MeetingRules>(Manager, new ApproveMeetingRulesRequest { RequestId = NewRequest(), Version = proposed.Version });
        var other = await AskAsync<MeetingRules>(Administrator, Proposal(proposed.Version));
        await AskAsync<MeetingRules>(
            Administrator, new RejectMeetingRulesRequest { RequestId = NewRequest(), Version = other.Version, Reason = "提案の取り下げ" });
        await AskAsync<ListMeetingRulesResponse>(Administrator, new ListMeetingRulesRequest());

        ProposeMeetingRulesRequest Proposal(string basedOn) =>
            new() { RequestId = NewRequest(), BasedOn = basedOn, StartsOn = DayOfJapan(400), Rules = { current.Rules }, Reason = "法改正への備え" };
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
