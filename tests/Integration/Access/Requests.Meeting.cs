using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about meetings.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfMeeting(AccessStage stage) => new()
    {
        ["MeetingService.CallMeeting"] = new(() => NewMeeting(stage.Case.CaseId)),
        ["MeetingService.InviteAgencies"] = new(() => new InviteAgenciesRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            AgencyIds = { AccessStage.Receiver },
        }),
        ["MeetingService.RecordDecision"] = new(() => new RecordDecisionRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            Text = "見守る",
            ResponsibleAgencyId = AccessStage.Receiver,
        }),
        ["MeetingService.CancelMeeting"] = new(() => new CancelMeetingRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
        }),
        ["MeetingService.GetMeeting"] = new(() => new GetMeetingRequest { MeetingId = stage.Meeting.MeetingId }),
        ["MeetingRulesService.GetMeetingRules"] = new(() => new GetMeetingRulesRequest()),
        ["MeetingRulesService.ListMeetingRules"] = new(() => new ListMeetingRulesRequest()),
        ["MeetingRulesService.PreviewMeetingRules"] = new(() => new PreviewMeetingRulesRequest
        {
            StartsOn = "2099-04-01",
            Rules =
            {
                Enum.GetValues<MeetingKind>().Where(kind => kind is not MeetingKind.Unspecified).Select(kind => new MeetingRule { Kind = kind }),
            },
        }),
        ["MeetingRulesService.ProposeMeetingRules"] = new(() => new ProposeMeetingRulesRequest
        {
            RequestId = Desk.NewId(),
            StartsOn = "2099-04-01",
            Reason = "法改正のため",
        }),
        // In force since long ago.
        ["MeetingRulesService.ApproveMeetingRules"] = new(() => new ApproveMeetingRulesRequest { RequestId = Desk.NewId(), Version = "1" }),
        ["MeetingRulesService.RejectMeetingRules"] = new(() => new RejectMeetingRulesRequest { RequestId = Desk.NewId(), Version = "1", Reason = "誤りのため" }),
        ["MeetingService.ListMeetings"] = new(() => new ListMeetingsRequest { PageSize = 100 }, stage.Meeting.MeetingId),
    };
}
