using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake.Data;

/// <summary>Rows of the caller's agency; one out of reach is answered as absent.</summary>
static class OwnRows
{
    public static async Task<Consultation> OneAsync(
        this IQueryable<Consultation> consultations, ConsultationId id, Caller caller, CancellationToken ct) =>
        await consultations.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.ConsultationNotFound();

    public static async Task<SupportCase> OneAsync(this IQueryable<SupportCase> cases, CaseId id, Caller caller, CancellationToken ct) =>
        await cases.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.CaseNotFound();
}
