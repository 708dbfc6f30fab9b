using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Tests.Integration.Meetings;

/// <summary>A coordinator who calls meetings about a case of their own agency.</summary>
/// <param name="Meetings">Calls on their behalf.</param>
/// <param name="Agency">Their agency.</param>
/// <param name="Opened">An open case of it.</param>
public sealed record Convener(MeetingService.MeetingServiceClient Meetings, string Agency, Case Opened)
{
    // Agencies that the directory knows.
    public const string Council = "social-welfare-council";
    public const string Npo = "consumer-npo";

    public string CaseId => Opened.CaseId;

    public string Staff => $"{Agency}-01";

    public CallMeetingRequest Request() => new()
    {
        RequestId = NewId(),
        CaseId = CaseId,
        Kind = MeetingKind.SupportConference,
        StartsAt = DateTime.UtcNow.Date.AddDays(3).ToTimestamp(),
        DurationMinutes = 60,
        Place = "第二会議室",
        AgencyIds = { Council },
    };

    public AsyncUnaryCall<Meeting> CallAsync(Action<CallMeetingRequest>? change = null)
    {
        var request = Request();
        change?.Invoke(request);
        return Meetings.CallMeetingAsync(request);
    }

    public AsyncUnaryCall<Meeting> InviteAsync(Meeting meeting, params string[] agencies) =>
        Meetings.InviteAgenciesAsync(new() { RequestId = NewId(), MeetingId = meeting.MeetingId, AgencyIds = { agencies } });

    public AsyncUnaryCall<Meeting> DecideAsync(Meeting meeting, string agency = Council, string version = "") => Meetings.RecordDecisionAsync(new()
    {
        RequestId = NewId(),
        MeetingId = meeting.MeetingId,
        ExpectedVersion = version,
        Text = "家庭訪問を行う",
        ResponsibleAgencyId = agency,
        DueDate = "2030-01-31",
    });

    public AsyncUnaryCall<Meeting> CancelAsync(Meeting meeting) =>
        Meetings.CancelMeetingAsync(new() { RequestId = NewId(), MeetingId = meeting.MeetingId });

    /// <summary>A consent of the person of the case, to meetings unless it is changed.</summary>
    public async Task<Consent> ConsentAsync(MeetingFixture fixture, Action<RecordConsentRequest>? change = null)
    {
        var request = Intake.Desk.Consent(Opened.ConsultationId);
        request.Meetings = true;
        change?.Invoke(request);
        return await fixture.Consents(Agency).RecordConsentAsync(request);
    }

    public static async Task<Case> OpenCaseAsync(IntakeService.IntakeServiceClient intake)
    {
        var consultation = await intake.RecordConsultationAsync(new()
        {
            RequestId = NewId(),
            Channel = Channel.Visit,
            Complaint = "家から出られない",
            MainIssue = Issue.WithdrawalOrTruancy,
        });
        return await intake.OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = consultation.ConsultationId });
    }

    public static string NewId() => Guid.NewGuid().ToString();
}
