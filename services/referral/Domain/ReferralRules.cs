namespace Tsunagu.Referrals.Domain;

/// <summary>From which state each verb leads to which, and whose verb it is.</summary>
public static class ReferralRules
{
    /// <summary>The state a verb leads to.</summary>
    public static ReferralState Target(this ReferralVerb verb) => verb switch
    {
        ReferralVerb.Send => ReferralState.Sent,
        ReferralVerb.Receive => ReferralState.Received,
        ReferralVerb.Accept => ReferralState.Accepted,
        ReferralVerb.Return => ReferralState.Returned,
        ReferralVerb.Decline => ReferralState.Declined,
        ReferralVerb.Complete => ReferralState.Completed,
    };

    /// <summary>True when the verb is allowed in <paramref name="state"/>.</summary>
    public static bool IsAllowedIn(this ReferralVerb verb, ReferralState state) => verb switch
    {
        ReferralVerb.Send => state is ReferralState.Draft or ReferralState.Returned,
        ReferralVerb.Receive => state is ReferralState.Sent,
        ReferralVerb.Accept or ReferralVerb.Return or ReferralVerb.Decline => state is ReferralState.Received,
        ReferralVerb.Complete => state is ReferralState.Accepted,
    };

    /// <summary>True when the verb belongs to the sending agency; every other one belongs to the receiver.</summary>
    public static bool IsSenders(this ReferralVerb verb) => verb is ReferralVerb.Send;
}
