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
