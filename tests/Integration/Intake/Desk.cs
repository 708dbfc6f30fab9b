using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>A staff member at a desk.</summary>
/// <param name="Intake">Calls on their behalf.</param>
/// <param name="Agency">Agency of the desk; each test has its own, so that lists hold only what the test recorded.</param>
public sealed record Desk(IntakeService.IntakeServiceClient Intake, string Agency)
{
    public string Staff => $"{Agency}-01";

    public AsyncUnaryCall<Consultation> RecordAsync(Action<RecordConsultationRequest>? change = null)
    {
        var request = Sheet();
        change?.Invoke(request);
        return Intake.RecordConsultationAsync(request);
    }

    public static RecordConsultationRequest Sheet() => new()
    {
        RequestId = NewId(),
        Channel = Channel.Counter,
        Complaint = "税金が払えない",
        MainIssue = Issue.TaxOrUtilities,
    };

    /// <summary>What the person of a consultation agreed to: sharing with those agencies, to be read for a consultation.</summary>
    public static RecordConsentRequest Consent(string consultationId, params IEnumerable<string> agencies) => new()
    {
        RequestId = NewId(),
        ConsultationId = consultationId,
        Giver = ConsentGiver.Person,
        Form = ConsentForm.Written,
        AgencyIds = { agencies },
        Purposes = { "consultation" },
        Note = "窓口で説明し、署名を得た",
    };

    public static string NewId() => Guid.NewGuid().ToString();
}
