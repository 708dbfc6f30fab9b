using System.Net;
using System.Net.Http;

namespace Grpc.Net.Client.Internal;

/// <summary>Request body that the caller writes as it goes.</summary>
sealed class StreamingContent : HttpContent
{
    readonly Lock gate = new();
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Held by a write. The body ends only after it: data behind a reset or an end costs the whole connection, with every call on it.
    readonly SemaphoreSlim writing = new(1);

    // It has no timer and no handle, so that nothing is kept when nobody disposes it.
    readonly CancellationTokenSource broken = new();

    Stream? body;
    bool taken;
    bool closed;

    /// <summary>Ends a write when the body is broken off, even one that waits for a server that will never read it.</summary>
    internal CancellationToken Broken => broken.Token;

    /// <summary>The body to write to, once the connection takes it; <see cref="GiveBack"/> ends the write.</summary>
    internal async ValueTask<Stream> TakeAsync()
    {
        await ready.Task.ConfigureAwait(false);
        await writing.WaitAsync().ConfigureAwait(false);
        lock (gate)
        {
            taken = true;
            if (!closed)
                return body!;
        }
        writing.Release();
        throw new OperationCanceledException("The request has ended.");
    }

    internal void GiveBack() => writing.Release();

    /// <summary>Ends the body in good order.</summary>
    internal void Finish() => done.TrySetResult();

    /// <summary>Breaks the body off, if it is not finished.</summary>
    internal void Abandon()
    {
        ready.TrySetCanceled();
        done.TrySetCanceled();
        broken.Cancel();
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Sends the headers: the server answers before the first message.
        await stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        lock (gate)
        {
            // A connection may refuse the request before it has looked at it; another one then gets it, unless something was written already.
            if (taken)
                throw new IOException("The request can't be sent again because its messages are not buffered.");
            body = stream;
        }
        ready.TrySetResult();
        // Not given up with the token, which a reset cancels too: the handler would tell of a cancelled body instead of the reset.
        await done.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await writing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        lock (gate)
            closed = true;
        writing.Release();
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
