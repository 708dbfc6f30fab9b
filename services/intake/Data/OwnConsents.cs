using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Data;

/// <summary>The consents of this service, for its own records.</summary>
sealed class OwnConsents : ConsentRegister
{
    /// <summary>A consent that the session sees, held until the transaction ends against being revoked; null when there is none.</summary>
    public static async Task<Consent?> FindAsync(IntakeDbContext db, Guid id, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"select from consents where id = {id} for share", ct);
        var consent = new ConsentId(id);
        var held = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consent, ct);
        return held?.ToConsent(await db.Consultations.Where(c => c.Id == held.Consultation).Select(c => c.Case).SingleAsync(ct));
    }

    /// <inheritdoc />
    protected override Task<Consent?> FindAsync(ServiceDbContext db, Guid id, CancellationToken ct) => FindAsync((IntakeDbContext)db, id, ct);
}
