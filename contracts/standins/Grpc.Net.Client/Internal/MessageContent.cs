using System.Net;
using System.Net.Http;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Request body of one message.</summary>
sealed class MessageContent<TRequest, TResponse>(HttpClientCall<TRequest, TResponse> call, TRequest message) : HttpContent
    where TRequest : class
    where TResponse : class
{
    /// <summary>Puts the message where several attempts can read it.</summary>
    internal void Keep(ReplayBuffer replay)
    {
        using var buffer = new PooledBuffer();
        call.Write(call.NewWriter(buffer), message, call.Options.WriteOptions);
        _ = replay.Add(buffer.Written.ToArray(), mayWait: false);
        replay.Complete();
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer();
        call.Write(call.NewWriter(buffer), message, call.Options.WriteOptions);
        await stream.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
