using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>A referral was declined: the receiver sees no more of it.</summary>
sealed class ReferralDeclinedConsumer(Inbox<IntakeDbContext> inbox, ReferralGrants grants) : InboxConsumer<ReferralDeclined, IntakeDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralDeclined e, IntakeDbContext db, CancellationToken ct) => grants.CloseAsync(db, e.AggregateId, e.StaffId, ct);
}
