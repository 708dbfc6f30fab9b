using System.Net.Http;
using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Requests that the caller writes one by one.</summary>
sealed class RequestStream<TRequest, TResponse>(HttpClientCall<TRequest, TResponse> call) : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    readonly PooledBuffer buffer = new();
    int writing;
    bool completed;

    internal StreamingContent Content { get; } = new();

    public WriteOptions? WriteOptions { get; set; } = call.Options.WriteOptions;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfEnded();
        if (completed)
            throw new InvalidOperationException("Request stream has already been completed.");
        if (Interlocked.Exchange(ref writing, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            await using var cancellation = cancellationToken.UnsafeRegister(static call => ((ClientCall)call!).StopByClient(), call);
            await SendAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RpcException and not InvalidOperationException || call.IsEnded)
        {
            // A server that has answered early resets the body: its status says more than the broken write.
            if (exception is OperationCanceledException or IOException or HttpRequestException)
                await call.Answered.ConfigureAwait(false);
            // The server was content without it, or had it already.
            if (call.IsEnded && call.GetStatus().StatusCode == StatusCode.OK)
                return;
            throw call.IsEnded ? call.ErrorOf(call.GetStatus()) : new RpcException(HttpFailure.StatusOf(exception));
        }
        finally
        {
            buffer.Dispose();
            Volatile.Write(ref writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        completed = true;
        call.Replay?.Complete();
        Content.Finish();
        return Task.CompletedTask;
    }

    async Task SendAsync(TRequest message)
    {
        var mayWait = WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) is true;
        if (call.Replay is { } replay)
        {
            call.Write(call.NewWriter(buffer), message, WriteOptions);
            // An attempt that fails does not fail the write: the next one sends the message.
            var sent = replay.Add(buffer.Written.ToArray(), mayWait);
            if (await Task.WhenAny(sent, call.Ended).ConfigureAwait(false) != sent)
                throw new OperationCanceledException();
            return;
        }
        var body = await Content.TakeAsync().ConfigureAwait(false);
        try
        {
            call.Write(call.NewWriter(buffer), message, WriteOptions);
            await body.WriteAsync(buffer.Written, Content.Broken).ConfigureAwait(false);
            if (!mayWait)
                await FlushAsync(body).ConfigureAwait(false);
        }
        finally
        {
            Content.GiveBack();
        }
    }

    // The message may have arrived and been answered by now: then it was sent, and whoever reads hears the answer.
    async Task FlushAsync(Stream body)
    {
        try
        {
            await body.FlushAsync(Content.Broken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.IsEnded && !call.Stopped.IsCancellationRequested)
        {
        }
    }

    void ThrowIfEnded()
    {
        if (!call.IsEnded)
            return;
        var status = call.GetStatus();
        throw status.StatusCode == StatusCode.OK
            ? new InvalidOperationException("Can't write the message because the call is complete.")
            : call.ErrorOf(status);
    }
}
