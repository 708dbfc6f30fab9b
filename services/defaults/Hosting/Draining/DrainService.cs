using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Drains when the host is told to stop, while the server that carries the calls still runs.</summary>
sealed class DrainService(Drain drain, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DrainService> log) : IHostedLifecycleService, IDisposable
{
    // Long enough for a watcher of health to hear of it and for calls on their way to arrive; short enough for whoever waits at Ctrl+C.
    static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(200);

    CancellationTokenRegistration told;
    Task closing = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        told = lifetime.ApplicationStopping.Register(drain.Begin);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        drain.Begin();
        if (drain.HasConnections)
            await Task.Delay(Notice, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        log.DrainBegins(drain.InFlight);
        await drain.EndCallsAsync();
        // Beside the server's own stop, which comes next and waits for the connections.
        closing = CloseAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => closing;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => told.Dispose();

    async Task CloseAsync()
    {
        if (!drain.CountsCalls)
            return;
        if (!await drain.WaitAsync())
            log.DrainGivesUp(drain.InFlight);
        await drain.CloseConnectionsAsync();
    }
}
