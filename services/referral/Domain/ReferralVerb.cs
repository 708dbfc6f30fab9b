namespace Tsunagu.Referrals.Domain;

/// <summary>What an agency may do with a つなぐシート.</summary>
public enum ReferralVerb
{
    /// <summary>送付, by the sending agency.</summary>
    Send,

    /// <summary>受領, by the receiving agency, as are all below.</summary>
    Receive,

    /// <summary>受理.</summary>
    Accept,

    /// <summary>差戻し.</summary>
    Return,

    /// <summary>辞退.</summary>
    Decline,

    /// <summary>完了.</summary>
    Complete,
}
