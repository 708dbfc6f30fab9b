using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>A delivery this worker may send until its lease runs out.</summary>
/// <param name="Delivery">The delivery as it was claimed.</param>
/// <param name="Event">What it delivers.</param>
/// <param name="ClaimedAt">Monotonic timestamp from before the claim.</param>
sealed record ClaimedDelivery(Delivery Delivery, PublicEvent Event, long ClaimedAt);
