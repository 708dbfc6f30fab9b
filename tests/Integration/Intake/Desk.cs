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

    public static string NewId() => Guid.NewGuid().ToString();
}
