using Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    static IEnumerable<KeyValuePair<string, Write>> IntakeWrites =>
    [
        new("tsunagu.intake.v1.IntakeService/RecordConsultation", new("intake", world =>
        {
            var sheet = Sheet();
            return Task.FromResult(new Prepared(Worker(world), [sheet], Changed(sheet, other => other.Complaint = "家賃が払えない")));
        })),
        new("tsunagu.intake.v1.IntakeService/LinkConsultation", new("intake", async world =>
        {
            var recorded = await RecordAsync(world);
            return new(Worker(world), [new LinkConsultationRequest
            {
                RequestId = NewId(),
                ConsultationId = recorded.ConsultationId,
                ResidentId = world.Resident.ResidentId,
                ExpectedVersion = recorded.Version,
            }]);
        })),
        new("tsunagu.intake.v1.IntakeService/OpenCase", new("intake", async world =>
        {
            var recorded = await RecordAsync(world);
            return new(Worker(world), [new OpenCaseRequest
            {
                RequestId = NewId(), ConsultationId = recorded.ConsultationId, ExpectedVersion = recorded.Version,
            }]);
        })),
        new("tsunagu.intake.v1.IntakeService/TransferCase", new("intake", async world =>
        {
            var recorded = await RecordAsync(world);
            var opened = await new IntakeService.IntakeServiceClient(world.As("intake", Worker(world)))
                .OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = recorded.ConsultationId });
            // Whoever has a token is in the directory.
            _ = world.Token("tax-02", "tax-collection", "caseworker");
            return new(Manager(world), [new TransferCaseRequest
            {
                RequestId = NewId(),
                CaseId = opened.CaseId,
                ExpectedVersion = opened.Version,
                // Within the agency: a case that has left it is out of the caller's reach, whatever its version.
                ToAgencyId = "tax-collection",
                ResponsibleStaffId = "tax-02",
            }]);
        })),
        new("tsunagu.intake.v1.ConsentService/RecordConsent", new("intake", async world =>
        {
            var consent = Consent(await RecordAsync(world));
            return new(Worker(world), [consent], Changed(consent, other => other.Form = ConsentForm.Oral));
        })),
        new("tsunagu.intake.v1.ConsentService/RevokeConsent", new("intake", async world =>
        {
            var consents = new ConsentService.ConsentServiceClient(world.As("intake", Worker(world)));
            var recorded = await consents.RecordConsentAsync(Consent(await RecordAsync(world)));
            return new(Worker(world), [new RevokeConsentRequest
            {
                RequestId = NewId(), ConsentId = recorded.ConsentId, ExpectedVersion = recorded.Version, Reason = "撤回の申し出",
            }]);
        })),
    ];

    static RecordConsentRequest Consent(Consultation consultation) => new()
    {
        RequestId = NewId(),
        ConsultationId = consultation.ConsultationId,
        Giver = ConsentGiver.Person,
        Form = ConsentForm.Written,
        Meetings = true,
        Purposes = { "consultation" },
    };

    static string Manager(WriteWorld world) => world.Token("tax-manager-01", "tax-collection", "manager");

    static string Worker(WriteWorld world) => world.Token("tax-01", "tax-collection", "caseworker");

    static async Task<Consultation> RecordAsync(WriteWorld world) =>
        await new IntakeService.IntakeServiceClient(world.As("intake", Worker(world))).RecordConsultationAsync(Sheet());

    static RecordConsultationRequest Sheet() => new()
    {
        RequestId = NewId(),
        Channel = Channel.Counter,
        Complaint = "税金が払えない",
        MainIssue = Issue.TaxOrUtilities,
    };
}
