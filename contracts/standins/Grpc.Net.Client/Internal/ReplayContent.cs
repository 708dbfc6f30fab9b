using System.Net;
using System.Net.Http;

namespace Grpc.Net.Client.Internal;

/// <summary>Request body of one attempt: the messages kept so far, then those that follow.</summary>
sealed class ReplayContent(ReplayBuffer buffer, bool streaming) : HttpContent
{
    readonly CancellationTokenSource over = new();

    /// <summary>Ends the attempt's sending.</summary>
    internal void Abandon() => over.Cancel();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var message = buffer.Begin();
        // Sends the headers: the server answers before the first message.
        if (streaming)
            await stream.FlushAsync(over.Token).ConfigureAwait(false);
        // Not given up with the token, which a reset cancels too: the handler would tell of a cancelled body instead of the reset.
        while (await message.Next.Task.WaitAsync(over.Token).ConfigureAwait(false) is { } next)
        {
            message = next;
            await stream.WriteAsync(message.Frame, over.Token).ConfigureAwait(false);
            if (streaming && !message.MayWait)
                await stream.FlushAsync(over.Token).ConfigureAwait(false);
            message.Sent.TrySetResult();
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
