using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>State of a call: running until the first of response, failure, cancellation and deadline ends it.</summary>
abstract class ClientCall : IDisposable
{
    static readonly Status Disposed = new(StatusCode.Cancelled, "gRPC call disposed.");
    static readonly Status ChannelDisposed = new(StatusCode.Cancelled, "The channel was disposed.");
    static readonly Status CancelledByClient = new(StatusCode.Cancelled, "Call canceled by the client.");
    static readonly Status DeadlineExceeded = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    // Longer than a timer can wait; the header tells the server all the same.
    static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    readonly GrpcChannel channel;
    readonly CallOptions options;
    readonly CancellationTokenSource stop = new();
    readonly CancellationTokenRegistration channelClosed;
    readonly CancellationTokenRegistration cancelled;
    readonly CancellationTokenRegistration parentCancelled;
    readonly Timer? timer;

    // Of a call that ends well few ask for these: they are made when someone does.
    TaskCompletionSource<Status>? endAsked;
    TaskCompletionSource<Metadata>? headersAsked;
    Metadata? trailers;
    Status end;
    bool hasHeaders;
    volatile bool isEnded;

    protected ClientCall(GrpcChannel channel, string method, CallOptions options)
    {
        ClientEvents.Log.CallStart(method);
        this.channel = channel;
        var parent = options.PropagationToken as CallPropagationToken;
        this.options = options;
        Deadline = Earlier(options.Deadline?.ToUniversalTime() ?? DateTime.MaxValue, parent?.Deadline ?? DateTime.MaxValue);
        Stopped = stop.Token;
        channelClosed = channel.Closed.UnsafeRegister(static call => ((ClientCall)call!).Stop(ChannelDisposed), this);
        cancelled = options.CancellationToken.UnsafeRegister(static call => ((ClientCall)call!).StopByClient(), this);
        parentCancelled = (parent?.CancellationToken ?? default).UnsafeRegister(static call => ((ClientCall)call!).StopByClient(), this);
        var left = Deadline == DateTime.MaxValue ? TimeSpan.MaxValue : Deadline - DateTime.UtcNow;
        if (left <= TimeSpan.Zero)
            Stop(DeadlineExceeded);
        else if (left < LongestTimer)
            timer = new Timer(static call => ((ClientCall)call!).Stop(DeadlineExceeded), this, left, Timeout.InfiniteTimeSpan);
        // Ended meanwhile: what was made since then is freed here.
        if (IsEnded)
            Unregister();
    }

    internal Task<Metadata> ResponseHeadersAsync
    {
        get
        {
            lock (stop)
            {
                headersAsked ??= new TaskCompletionSource<Metadata>(TaskCreationOptions.RunContinuationsAsynchronously);
                AnswerHeaders();
                return headersAsked.Task;
            }
        }
    }

    internal GrpcChannel Channel => channel;

    internal CallOptions Options => options;

    internal DateTime Deadline { get; }

    internal bool IsEnded => isEnded;

    /// <summary>Cancelled when the call is to stop for whatever reason.</summary>
    internal CancellationToken Stopped { get; }

    internal Task<Status> Ended
    {
        get
        {
            lock (stop)
            {
                endAsked ??= new TaskCompletionSource<Status>(TaskCreationOptions.RunContinuationsAsynchronously);
                if (isEnded)
                    endAsked.TrySetResult(end);
                return endAsked.Task;
            }
        }
    }

    internal Status GetStatus() => isEnded
        ? end
        : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    internal Metadata GetTrailers()
    {
        if (!isEnded)
            throw new InvalidOperationException("Can't get the call trailers because the call has not completed.");
        lock (stop)
            return trailers ??= ReadTrailers();
    }

    public void Dispose() => Stop(Disposed);

    /// <summary>Ends the call from this side.</summary>
    internal void Stop(Status status)
    {
        if (End(status))
            stop.Cancel();
    }

    internal void StopByClient() => Stop(CancelledByClient);

    /// <summary>Ends the call; false when it has ended before.</summary>
    internal bool End(Status status, Metadata? received = null)
    {
        lock (stop)
        {
            if (isEnded)
                return false;
            trailers = received;
            end = status;
            isEnded = true;
            endAsked?.SetResult(status);
            AnswerHeaders();
        }
        ClientEvents.Log.CallStop(status.StatusCode);
        Unregister();
        Release();
        return true;
    }

    /// <summary>Ends the call with what went wrong, unless it has ended before; gives what to throw.</summary>
    internal Exception Fail(Exception exception)
    {
        var status = HttpFailure.StatusOf(exception);
        // The server's own clock may have run out a moment before ours.
        if (status.StatusCode == StatusCode.Cancelled && DateTime.UtcNow >= Deadline)
            status = DeadlineExceeded;
        if (End(status))
            stop.Cancel();
        return ErrorOf(GetStatus());
    }

    internal Exception ErrorOf(Status status) =>
        status.StatusCode == StatusCode.Cancelled && channel.Options.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(status.Detail, new RpcException(status, GetTrailers()), options.CancellationToken)
            : new RpcException(status, GetTrailers());

    protected void ReceivedHeaders()
    {
        lock (stop)
        {
            hasHeaders = true;
            AnswerHeaders();
        }
    }

    /// <summary>Headers of the response, once they are there.</summary>
    protected abstract Metadata ReadHeaders();

    /// <summary>Trailers of a call that ended with what the server sent; empty of any other.</summary>
    protected abstract Metadata ReadTrailers();

    /// <summary>Frees what the ended call holds.</summary>
    protected abstract void Release();

    void AnswerHeaders()
    {
        if (headersAsked is null || headersAsked.Task.IsCompleted)
            return;
        if (hasHeaders)
            headersAsked.SetResult(ReadHeaders());
        else if (isEnded && headersAsked.TrySetException(ErrorOf(end)))
            _ = headersAsked.Task.Exception;
    }

    void Unregister()
    {
        timer?.Dispose();
        channelClosed.Unregister();
        cancelled.Unregister();
        parentCancelled.Unregister();
    }

    static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
