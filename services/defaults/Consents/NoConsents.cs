using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>For a service whose records are not about the person of a consultation: none of them is shared on consent.</summary>
sealed class NoConsents : ConsentRegister
{
    protected override Task<Consent?> FindAsync(ServiceDbContext db, Guid id, CancellationToken ct) => Task.FromResult<Consent?>(null);
}
