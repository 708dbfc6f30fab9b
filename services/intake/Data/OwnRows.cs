using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake.Data;

/// <summary>Rows of the caller's agency; one out of reach is answered as absent.</summary>
static class OwnRows
{
    public static async Task<Consultation> ConsultationAsync(this IntakeDbContext db, ConsultationId id, Caller caller, CancellationToken ct) =>
        await db.Consultations.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.ConsultationNotFound();

    public static async Task<SupportCase> CaseAsync(this IntakeDbContext db, CaseId id, Caller caller, CancellationToken ct) =>
        await db.Cases.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.CaseNotFound();
}
