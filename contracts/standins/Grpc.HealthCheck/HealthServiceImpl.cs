using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

/// <summary>Serves the states that the application sets.</summary>
public partial class HealthServiceImpl : Health.V1.Health.HealthBase
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
}
