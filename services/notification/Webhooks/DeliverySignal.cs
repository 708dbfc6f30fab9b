using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Wakes the worker when a delivery became due.</summary>
sealed class DeliverySignal : CommitSignal;
