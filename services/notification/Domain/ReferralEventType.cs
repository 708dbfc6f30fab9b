namespace Tsunagu.Notifications.Domain;

/// <summary>Public events of a つなぐシート.</summary>
public enum ReferralEventType
{
    /// <summary>送付.</summary>
    Sent,

    /// <summary>受領.</summary>
    Received,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>差戻し.</summary>
    Returned,

    /// <summary>辞退.</summary>
    Declined,

    /// <summary>完了.</summary>
    Completed,

    /// <summary>期限超過, of what was sent and not received.</summary>
    SentOverdue,

    /// <summary>期限超過, of what was received and not answered.</summary>
    ReceivedOverdue,
}
