using System.Net;
using System.Net.Http;

namespace Grpc.Net.Client.Internal;

/// <summary>Request body that the caller writes as it goes.</summary>
sealed class StreamingContent : HttpContent
{
    readonly TaskCompletionSource<Stream> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The body, once the connection takes it.</summary>
    internal Task<Stream> Ready => ready.Task;

    /// <summary>Ends the body in good order.</summary>
    internal void Finish() => done.TrySetResult();

    /// <summary>Breaks the body off, if it is not finished.</summary>
    internal void Abandon()
    {
        ready.TrySetCanceled();
        done.TrySetCanceled();
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Sends the headers: the server answers before the first message.
        await stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        ready.TrySetResult(stream);
        // Not given up with the token, which a reset cancels too: the handler would tell of a cancelled body instead of the reset.
        await done.Task.ConfigureAwait(false);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
