namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>法的根拠 of opening a record. Numbers are those of the contract.</summary>
public enum GrantBasis
{
    /// <summary>本人同意.</summary>
    Consent = 1,

    /// <summary>個人情報保護法69条2項.</summary>
    PrivacyAct69Paragraph2 = 2,

    /// <summary>社会福祉法106条の6.</summary>
    SocialWelfareAct106Article6 = 3,

    /// <summary>委託.</summary>
    Delegation = 4,

    /// <summary>虐待法令.</summary>
    AbuseLaw = 5,

    /// <summary>緊急.</summary>
    Emergency = 6,
}
