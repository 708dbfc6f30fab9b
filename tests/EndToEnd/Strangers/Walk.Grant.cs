using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    // To a colleague and back: the case stays where the rest of the walk looks for it.
    async Task TransferAsync(Case openCase)
    {
        foreach (var worker in new[] { "tax-02", TaxCounter })
            await AskAsync<Case>(TaxCounter, new TransferCaseRequest
            {
                RequestId = NewRequest(),
                CaseId = openCase.CaseId,
                ToAgencyId = openCase.AgencyId,
                ResponsibleStaffId = worker,
            });
    }

    async Task GrantAsync(Consultation consultation, Consent consent)
    {
        const string intake = "intake";
        var granted = await AskAsync<Grant>(
            TaxCounter,
            new CreateGrantRequest
            {
                RequestId = NewRequest(),
                ResourceKind = "consultation",
                ResourceId = consultation.ConsultationId,
                Grantee = new() { Kind = GranteeKind.Agency, Id = PartnerAgency },
                Items = { "complaint", "issues" },
                Basis = GrantBasis.Consent,
                ConsentId = consent.ConsentId,
                Reason = "同行支援のため",
            },
            service: intake);
        await AskAsync<Consultation>(Partner, new GetConsultationRequest { ConsultationId = consultation.ConsultationId });
        await AskAsync<Grant>(Partner, new GetGrantRequest { GrantId = granted.GrantId }, service: intake);
        await AskAsync<ListReceivedGrantsResponse>(Partner, new ListReceivedGrantsRequest(), service: intake);
        await AskAsync<ListGrantsResponse>(
            TaxCounter, new ListGrantsRequest { ResourceKind = "consultation", ResourceId = consultation.ConsultationId }, service: intake);
        await AskAsync<ExplainAccessResponse>(
            Administrator,
            new ExplainAccessRequest
            {
                StaffId = Partner,
                Method = "tsunagu.intake.v1.IntakeService/GetConsultation",
                Purpose = "consultation",
                ResourceKind = "consultation",
                ResourceId = consultation.ConsultationId,
            },
            service: intake);
        // Rules by which nothing carries would close it.
        var bases = Enum.GetValues<GrantBasis>().Where(basis => basis is not GrantBasis.Unspecified);
        await AskAsync<PreviewSharingRulesResponse>(
            Administrator,
            new PreviewSharingRulesRequest { StartsOn = DayOfJapan(0), Rules = { bases.Select(basis => new SharingRule { Basis = basis }) } },
            service: intake);
        await AskAsync<Grant>(
            TaxCounter, new RevokeGrantRequest { RequestId = NewRequest(), GrantId = granted.GrantId, Reason = "支援が終わったため" }, service: intake);
    }

    // Opened at night by another department, and judged in the morning.
    async Task BreakGlassAsync(Consultation consultation)
    {
        const string intake = "intake";
        var broken = await AskAsync<BrokenGlass>(
            Coordinator,
            new BreakGlassRequest
            {
                RequestId = NewRequest(),
                ResourceKind = "consultation",
                ResourceId = consultation.ConsultationId,
                Reason = "安否不明の通報があり、担当課に連絡が取れないため",
            },
            service: intake);
        await AskAsync<Consultation>(Coordinator, new GetConsultationRequest { ConsultationId = consultation.ConsultationId });
        await AskAsync<ListBreakGlassResponse>(TaxManager, new ListBreakGlassRequest(), service: intake);
        await AskAsync<BrokenGlass>(
            TaxManager,
            new ReviewBreakGlassRequest
            {
                RequestId = NewRequest(),
                BreakGlassId = broken.BreakGlassId,
                ExpectedVersion = broken.Version,
                Verdict = BreakGlassVerdict.Unjustified,
                Note = "当直に連絡できた",
            },
            service: intake);
        await AskAsync<ListBreakGlassActsResponse>(Auditor, new ListBreakGlassActsRequest(), service: intake);
    }
}
