namespace Tsunagu.Notifications.Domain;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its turn, its time or the one before it.</summary>
    Pending,

    /// <summary>Answered with 2xx.</summary>
    Delivered,

    /// <summary>Given up after the last retry; those after it wait until someone retries it.</summary>
    Failed,

    /// <summary>The subscription ended.</summary>
    Cancelled,
}
