using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>What a basis asks for, and for how long it carries.</summary>
public static class GrantRules
{
    /// <summary>How long an emergency may last before another basis is needed.</summary>
    public static readonly TimeSpan LongestEmergency = TimeSpan.FromHours(8);

    /// <summary>
    /// True when a second person of the owning agency approves: neither the person, nor a contract, nor a meeting stands behind these
    /// bases, only the agency's own judgement.
    /// </summary>
    public static bool NeedsApprover(this GrantBasis basis) => basis switch
    {
        GrantBasis.PrivacyAct69Paragraph2 or GrantBasis.AbuseLaw => true,
        GrantBasis.Consent or GrantBasis.SocialWelfareAct106Article6 or GrantBasis.Delegation or GrantBasis.Emergency => false,
    };

    /// <summary>Latest end of a grant: the fiscal year's, or eight hours in an emergency, whichever comes first.</summary>
    /// <param name="basis">法的根拠.</param>
    /// <param name="now">Moment of granting.</param>
    public static DateTimeOffset LatestEnd(this GrantBasis basis, DateTimeOffset now)
    {
        var year = FiscalYear.EndOf(now);
        return basis is GrantBasis.Emergency && now + LongestEmergency < year ? now + LongestEmergency : year;
    }
}
