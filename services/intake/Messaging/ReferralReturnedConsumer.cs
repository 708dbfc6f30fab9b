using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>A referral went back: the receiver sees no more of it until it is sent again.</summary>
sealed class ReferralReturnedConsumer(Inbox<IntakeDbContext> inbox, ReferralGrants grants) : InboxConsumer<ReferralReturned, IntakeDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralReturned e, IntakeDbContext db, CancellationToken ct) => grants.CloseAsync(db, e.AggregateId, e.StaffId, ct);
}
