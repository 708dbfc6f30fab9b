using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>Where a service finds the consents that sharing names.</summary>
public abstract class ConsentRegister
{
    /// <summary>
    /// A consent within the caller's reach. Until the transaction ends nobody is told that it was revoked, so that what is shared on it meanwhile is there to be
    /// closed.
    /// </summary>
    /// <param name="db">Context of the transaction that is to share.</param>
    /// <param name="id">The consent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="Refusal">CONSENTS_UNAVAILABLE.</exception>
    protected abstract Task<Consent?> FindAsync(ServiceDbContext db, Guid id, CancellationToken ct);

    /// <summary>The consent that a sharing names, as far as its basis asks for one.</summary>
    /// <param name="db">Context of the transaction that is to share.</param>
    /// <param name="basis">法的根拠 of the sharing.</param>
    /// <param name="id">Consent that it names; null when it names none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the basis is another one than consent.</returns>
    /// <exception cref="Refusal">CONSENT_MISSING, CONSENT_UNUSED, CONSENT_UNKNOWN, CONSENTS_UNAVAILABLE.</exception>
    public async Task<Consent?> RequireAsync(ServiceDbContext db, GrantBasis basis, Guid? id, CancellationToken ct)
    {
        if (!GrantBases.RestsOnConsent(basis))
            return id is null ? null : throw ConsentErrors.Unused();
        return await RequireAsync(db, id ?? throw ConsentErrors.Missing(), ct);
    }

    /// <summary>A consent that something names, whatever its basis.</summary>
    /// <inheritdoc cref="FindAsync"/>
    /// <returns>The consent.</returns>
    /// <exception cref="Refusal">CONSENT_UNKNOWN, CONSENTS_UNAVAILABLE.</exception>
    public async Task<Consent> RequireAsync(ServiceDbContext db, Guid id, CancellationToken ct) =>
        await FindAsync(db, id, ct) ?? throw ConsentErrors.Unknown();
}
