namespace Tsunagu.Referrals.Domain;

/// <summary>When an answer is late.</summary>
public static class Deadline
{
    /// <summary>True when the receiver still owes an answer and the deadline has passed.</summary>
    public static bool IsOverdue(ReferralState state, DateTimeOffset? respondBy, DateTimeOffset now) =>
        state is ReferralState.Sent or ReferralState.Received && respondBy < now;
}
