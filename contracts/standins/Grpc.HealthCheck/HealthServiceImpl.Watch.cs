using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

public partial class HealthServiceImpl
{
    /// <inheritdoc />
    public override Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        return WatchAsync(request, responseStream, CancellationToken.None, context.CancellationToken);
    }

    /// <summary>Watches until <paramref name="stop"/> ends it in good order.</summary>
    internal async Task WatchAsync(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, CancellationToken stop, CancellationToken cancellationToken)
    {
        // Only the newest state counts for a slow watcher.
        var changes = Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (changing)
        {
            watchers[changes.Writer] = request.Service;
            changes.Writer.TryWrite(statuses.GetValueOrDefault(request.Service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown));
        }
        await using var stopping = stop.UnsafeRegister(static writer => ((ChannelWriter<HealthCheckResponse.Types.ServingStatus>)writer!).TryComplete(), changes.Writer);
        try
        {
            await foreach (var status in changes.Reader.ReadAllAsync(cancellationToken))
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
