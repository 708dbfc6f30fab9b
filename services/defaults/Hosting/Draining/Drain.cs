using System.Collections.Concurrent;
using Grpc.AspNetCore.HealthChecks;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>
/// How a service that is told to stop leaves: its health says so first; after a moment new calls are refused and streams are ended; single
/// calls have two thirds of the host's shutdown timeout, the rest of it belongs to broker and database; at last connections are closed.
/// </summary>
sealed class Drain(HealthServiceImpl health, IOptions<GrpcHealthChecksOptions> healthOptions, IOptions<HostOptions> host, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    readonly CancellationTokenSource streams = new();
    readonly CancellationTokenSource calls = new();
    readonly ConcurrentDictionary<ConnectionContext, bool> connections = new();
    readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int inFlight;

    /// <summary>Whether the service is about to stop; what calls are under way, and new ones still for a moment, is served.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether new calls are refused.</summary>
    public bool Refuses => streams.IsCancellationRequested;

    /// <summary>Whether the calls of this program are counted, so that none is left means that connections may be closed; a proxy's are not.</summary>
    public bool CountsCalls { get; set; }

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>How long single calls may go on.</summary>
    public TimeSpan Patience => host.Value.ShutdownTimeout * 2 / 3;

    /// <summary>How long clients may take to read their last answer and to close the connection after that.</summary>
    public TimeSpan Courtesy => host.Value.ShutdownTimeout / 4;

    /// <summary>Tells whoever asks or watches that no calls should come here any more.</summary>
    public void Begin()
    {
        HasBegun = true;
        foreach (var service in healthOptions.Value.Services)
            health.SetStatus(service.Name, ServingStatus.NotServing);
    }

    /// <summary>Refuses new calls, ends streams, and after <see cref="Patience"/> whatever else still runs.</summary>
    public async Task EndCallsAsync()
    {
        calls.CancelAfter(Patience);
        await streams.CancelAsync();
        if (InFlight == 0)
            idle.TrySetResult();
    }

    /// <summary>Waits until no call is left; false when some are after a little more than <see cref="Patience"/>.</summary>
    public async Task<bool> WaitAsync()
    {
        var waited = idle.Task.WaitAsync(Patience + TimeSpan.FromSeconds(1));
        await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return waited.IsCompletedSuccessfully;
    }

    /// <summary>Waits until the clients have gone by themselves, then closes what is held open although they were told to go.</summary>
    public async Task CloseConnectionsAsync()
    {
        var begun = clock.GetTimestamp();
        while (HasConnections && clock.GetElapsedTime(begun) < Courtesy)
            await Task.Delay(Look, clock);
        foreach (var connection in connections.Keys)
            connection.Abort(new ConnectionAbortedException("The service stops."));
    }

    /// <summary>True while a client is connected.</summary>
    public bool HasConnections => !connections.IsEmpty;

    /// <summary>Enters a call; dispose what is returned when it has ended.</summary>
    /// <param name="isStream">Whether it may last for ever, so that it is ended at once.</param>
    /// <param name="caller">Cancelled when the caller is gone.</param>
    public DrainedCall Enter(bool isStream, CancellationToken caller)
    {
        Interlocked.Increment(ref inFlight);
        return new DrainedCall(this, caller, isStream ? streams.Token : calls.Token);
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref inFlight) == 0 && Refuses)
            idle.TrySetResult();
    }

    /// <summary>Remembers a connection while it is open.</summary>
    public async Task KeepAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        connections[connection] = true;
        try
        {
            await next(connection);
        }
        finally
        {
            connections.TryRemove(connection, out _);
        }
    }

    public void Dispose()
    {
        streams.Dispose();
        calls.Dispose();
    }
}
