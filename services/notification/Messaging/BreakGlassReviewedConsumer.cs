using Tsunagu.Contracts.Events.Grants;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells of what was found unjustified: those who answer for who did it, and the administrators. What was justified is told to nobody.</summary>
sealed class BreakGlassReviewedConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory)
    : InboxConsumer<BreakGlassReviewed, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(BreakGlassReviewed e, NotificationDbContext db, CancellationToken ct)
    {
        if (e.Justified)
            return;
        var known = directory.Current;
        Notice[] notices =
        [
            .. Addressees.In(known, InboxKind.BreakGlassUnjustified, new(e.AgencyId), new(e.StaffId), Role.Manager),
            .. Addressees.Everywhere(known, InboxKind.BreakGlassUnjustified, Role.Administrator),
        ];
        await db.PostAsync(notices, e.AggregateId, e.OccurredAt, e.Service, ct);
    }
}
