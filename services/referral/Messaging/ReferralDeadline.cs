using Microsoft.EntityFrameworkCore;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.Referrals.Messaging;

/// <summary>Tells both agencies when the receiver still owes an answer at the deadline; the key is the referral.</summary>
sealed class ReferralDeadline : ScheduledJob<ReferralDbContext>
{
    /// <summary>Kind of its schedules.</summary>
    public const string Name = "referral-deadline";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override async Task RunAsync(ReferralDbContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var id = new ReferralId(Guid.Parse(key));
        var referral = await db.Referrals.SingleOrDefaultAsync(row => row.Id == id, ct);
        // Answered in the meantime, or sent again with another deadline.
        if (referral is null || !referral.TellOverdue(now.Stored()))
            return;
        db.AnnounceOverdue(referral);
        await db.SaveChangesAsync(ct);
    }
}
