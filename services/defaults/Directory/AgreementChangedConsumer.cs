using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agreement as it is now.</summary>
sealed class AgreementChangedConsumer<TContext>(Inbox<TContext> inbox, DirectoryIntake intake) : InboxConsumer<AgreementChanged, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override Task HandleAsync(AgreementChanged e, TContext db, CancellationToken ct) => intake.TakeAsync(
        e,
        db,
        async (_, _) =>
        {
            var entries = db.Set<AgreementEntry>();
            var entry = await entries.FindAsync([e.AgreementId], ct) ?? entries.Add(Of(e)).Entity;
            if (e.Sequence > entry.Sequence)
                (entry.AgencyId, entry.Scopes, entry.StartsOn, entry.EndsOn, entry.EndedAt, entry.Sequence) =
                    (new(e.AgencyId), [.. e.Scopes], e.StartsOn, e.EndsOn, e.EndedAt, e.Sequence);
        },
        ct);

    static AgreementEntry Of(AgreementChanged e) => new()
    {
        AgreementId = e.AgreementId,
        AgencyId = new(e.AgencyId),
        Scopes = [.. e.Scopes],
        StartsOn = e.StartsOn,
        EndsOn = e.EndsOn,
        EndedAt = e.EndedAt,
        Sequence = e.Sequence,
    };
}
