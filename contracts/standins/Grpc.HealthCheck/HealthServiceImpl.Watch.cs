using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

public partial class HealthServiceImpl
{
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
