using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>
/// Delivers what is due: at once when a commit wakes it, else when the next retry falls due. Any number of replicas may
/// run it; what a killed one had claimed is taken over when its lease has run out.
/// </summary>
sealed class DeliveryWorker(DeliveryQueue queue, DeliverySender sender, DeliverySignal signal, IOptions<WebhookOptions> options, ILogger<DeliveryWorker> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Guid, Task> _sending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.RoundFailed(e);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(_sending.Values);
    }

    async Task RoundAsync(CancellationToken ct)
    {
        var free = options.Value.Parallel - _sending.Count;
        var claimed = free > 0 ? await queue.ClaimAsync(free, ct) : [];
        foreach (var delivery in claimed)
            Begin(delivery, ct);
        if (claimed.Count == 0)
            await signal.WaitAsync(await queue.QuietAsync(ct), ct);
    }

    void Begin(ClaimedDelivery claimed, CancellationToken ct)
    {
        var key = Guid.NewGuid();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sending[key] = started.Task;
        _ = RunAsync();

        async Task RunAsync()
        {
            try
            {
                await sender.SendAsync(claimed, ct);
            }
            catch (Exception e)
            {
                // The lease runs out and the delivery is taken up again.
                log.AttemptFailed(claimed.Delivery.Id, e);
            }
            finally
            {
                _sending.TryRemove(key, out _);
                started.SetResult();
                // The one behind it may go now.
                signal.Wake();
            }
        }
    }
}
