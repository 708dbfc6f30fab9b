using Tsunagu.Notifications.Watching;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Wakes the worker when a delivery became due.</summary>
sealed class DeliverySignal : IDisposable
{
    readonly WakeSignal _signal = new();

    public void Wake() => _signal.Set();

    public void Dispose() => _signal.Dispose();

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);
}
