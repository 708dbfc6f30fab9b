using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>A referral was sent: its receiver may see what it is about.</summary>
sealed class ReferralSentConsumer(Inbox<IntakeDbContext> inbox, ReferralGrants grants) : InboxConsumer<ReferralSent, IntakeDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralSent e, IntakeDbContext db, CancellationToken ct) => grants.OpenAsync(db, e, ct);
}
