using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake.Data;

/// <summary>Rows of the caller's agency, and to read those that a grant opens; one out of reach is answered as absent.</summary>
static class OwnRows
{
    public static async Task<Consultation> OneAsync(
        this IQueryable<Consultation> consultations, ConsultationId id, Caller caller, CancellationToken ct) =>
        await consultations.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.ConsultationNotFound();

    public static async Task<SupportCase> OneAsync(this IQueryable<SupportCase> cases, CaseId id, Caller caller, CancellationToken ct) =>
        await cases.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.CaseNotFound();

    public static async Task<RecordedConsent> OneAsync(this IQueryable<RecordedConsent> consents, ConsentId id, Caller caller, CancellationToken ct) =>
        await consents.SingleOrDefaultAsync(c => c.Id == id && c.Agency == caller.Agency, ct) ?? throw IntakeErrors.ConsentNotFound();

    public static async Task<Consultation> ReadOneAsync(
        this IntakeDbContext db, ConsultationId id, ServerCallContext context, CancellationToken ct) =>
        await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } found
        && await db.MaySeeAsync(context, new(new Resource(GrantSetup.Consultation, id.Value), found.Agency), ct)
            ? found
            : throw IntakeErrors.ConsultationNotFound();

    public static async Task<SupportCase> ReadOneAsync(this IntakeDbContext db, CaseId id, ServerCallContext context, CancellationToken ct) =>
        await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } found
        && await db.MaySeeAsync(context, new(new Resource(GrantSetup.Case, id.Value), found.Agency), ct)
            ? found
            : throw IntakeErrors.CaseNotFound();
}
