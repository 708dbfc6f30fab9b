using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    static IEnumerable<KeyValuePair<string, Write>> MeetingWrites =>
    [
        new("tsunagu.meeting.v1.MeetingService/CallMeeting", new("meeting", async world =>
        {
            var call = await CallAsync(world);
            return new(Convener(world), [call], Changed(call, other => other.DurationMinutes = 90));
        })),
        new("tsunagu.meeting.v1.MeetingService/InviteAgencies", new("meeting", async world =>
        {
            var called = await CalledAsync(world);
            return new(Convener(world), [new InviteAgenciesRequest
            {
                RequestId = NewId(), MeetingId = called.MeetingId, ExpectedVersion = called.Version, AgencyIds = { "legal-office" },
            }]);
        })),
        new("tsunagu.meeting.v1.MeetingService/RecordDecision", new("meeting", async world =>
        {
            var called = await CalledAsync(world);
            return new(Convener(world), [new RecordDecisionRequest
            {
                RequestId = NewId(),
                MeetingId = called.MeetingId,
                ExpectedVersion = called.Version,
                Text = "家庭訪問を行う",
                ResponsibleAgencyId = PartnerAgency,
                DueDate = "2099-12-31",
            }]);
        })),
        new("tsunagu.meeting.v1.MeetingService/CancelMeeting", new("meeting", async world =>
        {
            var called = await CalledAsync(world);
            return new(Convener(world), [new CancelMeetingRequest { RequestId = NewId(), MeetingId = called.MeetingId, ExpectedVersion = called.Version }]);
        })),
    ];

    static IEnumerable<KeyValuePair<string, Write>> MeetingRulesWrites =>
    [
        new("tsunagu.meeting.v1.MeetingRulesService/ProposeMeetingRules", new("meeting", async world =>
        {
            var proposal = await NewMeetingRulesAsync(world);
            return new(Administrator(world), [proposal], Changed(proposal, other => other.Reason = "別の理由"));
        })),
        new("tsunagu.meeting.v1.MeetingRulesService/ApproveMeetingRules", new("meeting", async world =>
        {
            var proposed = await MeetingRulesBy(world, Administrator(world)).ProposeMeetingRulesAsync(await NewMeetingRulesAsync(world));
            var approve = new ApproveMeetingRulesRequest { RequestId = NewId(), Version = proposed.Version };
            return new(world.Token("admin-02", "information-systems", "administrator"), [approve], Changed(approve, other => other.Version = "1"));
        })),
        new("tsunagu.meeting.v1.MeetingRulesService/RejectMeetingRules", new("meeting", async world =>
        {
            var proposed = await MeetingRulesBy(world, Administrator(world)).ProposeMeetingRulesAsync(await NewMeetingRulesAsync(world));
            var reject = new RejectMeetingRulesRequest { RequestId = NewId(), Version = proposed.Version, Reason = "取り下げ" };
            return new(Administrator(world), [reject], Changed(reject, other => other.Reason = "誤り"));
        })),
    ];

    static MeetingRulesService.MeetingRulesServiceClient MeetingRulesBy(WriteWorld world, string token) => new(world.As("meeting", token));

    // As they are, from a day on that is far off.
    static async Task<ProposeMeetingRulesRequest> NewMeetingRulesAsync(WriteWorld world)
    {
        var versions = (await MeetingRulesBy(world, Administrator(world)).ListMeetingRulesAsync(new())).Versions;
        var newest = versions.First(version => version.State is MeetingRulesState.Approved);
        return new() { RequestId = NewId(), BasedOn = newest.Version, StartsOn = Day(400), Rules = { newest.Rules }, Reason = "法改正のため" };
    }

    static string Convener(WriteWorld world) => world.Token("coord-01", "welfare-general", "coordinator");

    static async Task<Meeting> CalledAsync(WriteWorld world) =>
        await new MeetingService.MeetingServiceClient(world.As("meeting", Convener(world))).CallMeetingAsync(await CallAsync(world));

    static async Task<CallMeetingRequest> CallAsync(WriteWorld world)
    {
        var intake = new IntakeService.IntakeServiceClient(world.As("intake", Convener(world)));
        var consultation = await intake.RecordConsultationAsync(Sheet());
        var opened = await intake.OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = consultation.ConsultationId });
        return new()
        {
            RequestId = NewId(),
            CaseId = opened.CaseId,
            Kind = MeetingKind.SupportConference,
            StartsAt = DateTimeOffset.UtcNow.AddDays(3).ToTimestamp(),
            DurationMinutes = 60,
            Place = "第二会議室",
            AgencyIds = { PartnerAgency },
        };
    }
}
