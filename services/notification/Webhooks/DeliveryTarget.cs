namespace Tsunagu.Notifications.Webhooks;

/// <summary>Where a subscription's deliveries go and how they are signed; never logged.</summary>
/// <param name="Url">Address.</param>
/// <param name="Secret">Standard Webhooks secret.</param>
sealed record DeliveryTarget(Uri Url, string Secret)
{
    /// <summary>Without address and secret.</summary>
    public override string ToString() => nameof(DeliveryTarget);
}
