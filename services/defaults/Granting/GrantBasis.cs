namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>法的根拠 of opening a record. Numbers are those of the contract.</summary>
public enum GrantBasis
{
    /// <summary>本人同意.</summary>
    Consent = 1,

    /// <summary>個人情報保護法69条2項, of which item is not told: what was recorded before items were asked for.</summary>
    PrivacyAct69Paragraph2 = 2,

    /// <summary>社会福祉法106条の6.</summary>
    SocialWelfareAct106Article6 = 3,

    /// <summary>委託.</summary>
    Delegation = 4,

    /// <summary>虐待法令.</summary>
    AbuseLaw = 5,

    /// <summary>緊急.</summary>
    Emergency = 6,

    /// <summary>個人情報保護法69条2項1号: with the person's consent, or to the person.</summary>
    PrivacyAct69Paragraph2Item1 = 7,

    /// <summary>個人情報保護法69条2項2号: used within the city for its own duties, with good reason.</summary>
    PrivacyAct69Paragraph2Item2 = 8,

    /// <summary>個人情報保護法69条2項3号: to another public body for its duties, with good reason.</summary>
    PrivacyAct69Paragraph2Item3 = 9,

    /// <summary>個人情報保護法69条2項4号: clearly for the person's benefit, or another special reason.</summary>
    PrivacyAct69Paragraph2Item4 = 10,
}
