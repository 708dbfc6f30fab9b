using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Somebody of an agency, at every service.</summary>
public sealed class Agency(WallFixture fixture, string id, string role = "caseworker")
{
    public string Id => id;

    public IntakeService.IntakeServiceClient Intake { get; } = new(fixture.As("intake", id, role));

    public ConsentService.ConsentServiceClient Consents { get; } = new(fixture.As("intake", id, role));

    public GrantService.GrantServiceClient Grants { get; } = new(fixture.As("intake", id, role));

    public ReferralService.ReferralServiceClient Referrals { get; } = new(fixture.As("referral", id, role));

    public MeetingService.MeetingServiceClient Meetings { get; } = new(fixture.As("meeting", id, role));

    /// <summary>An agency that the directory knows.</summary>
    public static async Task<Agency> EnrolAsync(WallFixture fixture)
    {
        var id = WallFixture.NewAgency();
        await new Session(Principal: "job:sample-directory").RunAsync(
            fixture["referral"], $"insert into agencies (agency_id, name, kind) values ('{id}', '架空', 'CityDepartment')");
        return new(fixture, id);
    }

    /// <summary>A consultation with its case.</summary>
    public async Task<Case> OpenCaseAsync()
    {
        var consultation = await Intake.RecordConsultationAsync(Integration.Intake.Desk.Sheet());
        return await Intake.OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = consultation.ConsultationId });
    }

    /// <summary>Grants on the records of a service.</summary>
    public GrantService.GrantServiceClient GrantsOf(string service) => new(fixture.As(service, id, role));

    /// <summary>True when the agency sees the case.</summary>
    public async Task<bool> SeesAsync(Case opened) =>
        await Refused.StatusOfAsync(Intake.GetCaseAsync(new() { CaseId = opened.CaseId })) == StatusCode.OK;

    /// <summary>True when the agency sees the case for another purpose than its usual one, or for none.</summary>
    public async Task<bool> SeesAsync(Case opened, string? purpose) => await Refused.StatusOfAsync(
        new IntakeService.IntakeServiceClient(fixture.As("intake", id, role, purpose)).GetCaseAsync(new() { CaseId = opened.CaseId })) == StatusCode.OK;

    /// <summary>True when the agency sees the consultation of the case.</summary>
    public async Task<bool> SeesConsultationAsync(Case opened) =>
        await Refused.StatusOfAsync(Intake.GetConsultationAsync(new() { ConsultationId = opened.ConsultationId })) == StatusCode.OK;

    public static string NewId() => Guid.NewGuid().ToString();
}
