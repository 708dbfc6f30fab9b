using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>Orders sharing on a consent and closing what was shared on it, in a service that does not keep the consent itself.</summary>
static class ConsentLock
{
    /// <summary>Until the transaction ends, nothing is closed. Taken before it is asked whether the consent stands.</summary>
    public static Task ShareAsync(ServiceDbContext db, Guid consent, CancellationToken ct) => TakeAsync(db, "pg_advisory_xact_lock_shared", consent, ct);

    /// <summary>Waits for everybody who is sharing; whoever comes later hears that the consent is revoked.</summary>
    public static Task CloseAsync(ServiceDbContext db, Guid consent, CancellationToken ct) => TakeAsync(db, "pg_advisory_xact_lock", consent, ct);

    static async Task TakeAsync(ServiceDbContext db, string function, Guid consent, CancellationToken ct)
    {
        await using var command = Sql.Command(db, $"select {function}(hashtextextended($1, {AdvisoryLocks.Consent}))", consent.ToString());
        await command.ExecuteNonQueryAsync(ct);
    }
}
