using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>A rule of an approved version. One of a basis that this service does not know carries nothing here, and is passed over.</summary>
sealed class SharingRuleChangedConsumer<TContext>(Inbox<TContext> inbox, DirectoryIntake intake) : InboxConsumer<SharingRuleChanged, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override Task HandleAsync(SharingRuleChanged e, TContext db, CancellationToken ct) => intake.TakeAsync(
        e,
        db,
        async (_, _) =>
        {
            if (GrantBases.Find(e.Basis) is not { } basis)
                return;
            var entries = db.Set<SharingRuleEntry>();
            if (await entries.FindAsync([e.Number, basis], ct) is not { } entry)
                entries.Add(Of(e, basis));
            else if (e.Sequence > entry.Sequence)
                (entry.StartsOn, entry.Recipients, entry.Meetings, entry.ApproverRequired, entry.LongestHours, entry.Givers, entry.Sequence) =
                    (e.StartsOn, [.. e.Recipients], e.Meetings, e.ApproverRequired, e.LongestHours, [.. e.Givers], e.Sequence);
        },
        ct);

    static SharingRuleEntry Of(SharingRuleChanged e, GrantBasis basis) => new()
    {
        Number = e.Number,
        Basis = basis,
        StartsOn = e.StartsOn,
        Recipients = [.. e.Recipients],
        Meetings = e.Meetings,
        ApproverRequired = e.ApproverRequired,
        LongestHours = e.LongestHours,
        Givers = [.. e.Givers],
        Sequence = e.Sequence,
    };
}
