using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake;

/// <summary>Consents of the persons whom consultations are about; each RPC has its file under Features.</summary>
/// <param name="work">Transactions.</param>
/// <param name="directory">Which agencies there are.</param>
/// <param name="clock">Time.</param>
public sealed partial class ConsentRpc(UnitOfWork<IntakeDbContext> work, StaffDirectory directory, TimeProvider clock) : ConsentService.ConsentServiceBase
{
    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    async Task<Contracts.Intake.V1.Consent> ToWireAsync(IntakeDbContext db, RecordedConsent consent, CancellationToken ct) =>
        ConsentWire.ToWire(consent, await CaseOfAsync(db, consent.Consultation, ct), Now());

    static Task<CaseId?> CaseOfAsync(IntakeDbContext db, ConsultationId consultation, CancellationToken ct) =>
        db.Consultations.Where(c => c.Id == consultation).Select(c => c.Case).SingleAsync(ct);
}
