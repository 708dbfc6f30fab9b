using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.Intake.Messaging;

/// <summary>On which basis a referral opens what it is about.</summary>
static class ReferralBasis
{
    /// <summary>The basis that a referral names, or null when this service does not know it: then nothing is opened.</summary>
    /// <param name="code">Name of the contract, such as <c>LEGAL_BASIS_CONSENT</c>.</param>
    public static GrantBasis? Of(string code) => code switch
    {
        "LEGAL_BASIS_CONSENT" => GrantBasis.Consent,
        "LEGAL_BASIS_PRIVACY_ACT_69_2" => GrantBasis.PrivacyAct69Paragraph2,
        "LEGAL_BASIS_SOCIAL_WELFARE_ACT_106_6" => GrantBasis.SocialWelfareAct106Article6,
        "LEGAL_BASIS_DELEGATION" => GrantBasis.Delegation,
        "LEGAL_BASIS_ABUSE_LAW" => GrantBasis.AbuseLaw,
        "LEGAL_BASIS_EMERGENCY" => GrantBasis.Emergency,
        _ => null,
    };
}
