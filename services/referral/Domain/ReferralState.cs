namespace Tsunagu.Referrals.Domain;

/// <summary>Where a つなぐシート stands.</summary>
public enum ReferralState
{
    /// <summary>下書き: seen by the sending agency alone.</summary>
    Draft,

    /// <summary>送付済み: waits for the receiving agency.</summary>
    Sent,

    /// <summary>受領: the receiving agency has it in hand.</summary>
    Received,

    /// <summary>受理: the receiving agency takes the case on.</summary>
    Accepted,

    /// <summary>差戻し: the sender mends it and sends it again.</summary>
    Returned,

    /// <summary>辞退, with a reason; final.</summary>
    Declined,

    /// <summary>完了, with what came of it; final.</summary>
    Completed,
}
