using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

/// <summary>Serves the states that the application sets.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    readonly object changing = new();
    readonly Dictionary<string, HealthCheckResponse.Types.ServingStatus> statuses = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<ChannelWriter<HealthCheckResponse.Types.ServingStatus>, string> watchers = new();

    /// <summary>Sets the state of a service; the empty name is the server as a whole.</summary>
    public void SetStatus(string service, HealthCheckResponse.Types.ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (changing)
        {
            statuses[service] = status;
            Tell(watchers.Where(watcher => watcher.Value == service), status);
        }
    }

    /// <summary>Forgets the state of a service.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (changing)
        {
            statuses.Remove(service);
            Tell(watchers.Where(watcher => watcher.Value == service), HealthCheckResponse.Types.ServingStatus.ServiceUnknown);
        }
    }

    /// <summary>Forgets all states.</summary>
    public void ClearAll()
    {
        lock (changing)
        {
            statuses.Clear();
            Tell(watchers, HealthCheckResponse.Types.ServingStatus.ServiceUnknown);
        }
    }

    /// <inheritdoc />
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (changing)
        {
            return statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, ""));
        }
    }

    /// <inheritdoc />
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        // Only the newest state counts for a slow watcher.
        var changes = Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (changing)
        {
            watchers[changes.Writer] = request.Service;
            changes.Writer.TryWrite(statuses.GetValueOrDefault(request.Service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown));
        }
        try
        {
            await foreach (var status in changes.Reader.ReadAllAsync(context.CancellationToken))
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
        }
        finally
        {
            watchers.TryRemove(changes.Writer, out _);
        }
    }

    static void Tell(
        IEnumerable<KeyValuePair<ChannelWriter<HealthCheckResponse.Types.ServingStatus>, string>> told, HealthCheckResponse.Types.ServingStatus status)
    {
        foreach (var (watcher, _) in told)
            watcher.TryWrite(status);
    }
}
