namespace Tsunagu.Referrals.Domain;

/// <summary>Legal basis of passing a case on; a sheet without one is not sent.</summary>
public enum LegalBasis
{
    /// <summary>Not chosen yet; allowed in a draft alone.</summary>
    None,

    /// <summary>本人同意.</summary>
    Consent,

    /// <summary>個人情報保護法69条2項, of which item is not told.</summary>
    PrivacyAct69Paragraph2,

    /// <summary>社会福祉法106条の6.</summary>
    SocialWelfareAct106Article6,

    /// <summary>委託.</summary>
    Delegation,

    /// <summary>虐待法令.</summary>
    AbuseLaw,

    /// <summary>緊急.</summary>
    Emergency,

    /// <summary>個人情報保護法69条2項1号.</summary>
    PrivacyAct69Paragraph2Item1,

    /// <summary>個人情報保護法69条2項2号.</summary>
    PrivacyAct69Paragraph2Item2,

    /// <summary>個人情報保護法69条2項3号.</summary>
    PrivacyAct69Paragraph2Item3,

    /// <summary>個人情報保護法69条2項4号.</summary>
    PrivacyAct69Paragraph2Item4,
}
