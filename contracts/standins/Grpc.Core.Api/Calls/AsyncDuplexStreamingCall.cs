namespace Grpc.Core;

/// <summary>A running duplex streaming call.</summary>
/// <typeparam name="TRequest">Request message.</typeparam>
/// <typeparam name="TResponse">Response message.</typeparam>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    readonly AsyncCallState callState;

    /// <summary>Makes a call object.</summary>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        callState = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
        RequestStream = requestStream;
        ResponseStream = responseStream;
    }

    /// <summary>Makes a call object whose functions share <paramref name="state"/>.</summary>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        callState = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
        RequestStream = requestStream;
        ResponseStream = responseStream;
    }

    /// <summary>Requests to send.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>Responses that arrive.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>Headers of the response.</summary>
    public Task<Metadata> ResponseHeadersAsync => callState.ResponseHeadersAsync();

    /// <summary>Status of the ended call.</summary>
    /// <exception cref="InvalidOperationException">The call is still running.</exception>
    public Status GetStatus() => callState.GetStatus();

    /// <summary>Trailers of the ended call.</summary>
    /// <exception cref="InvalidOperationException">The call is still running.</exception>
    public Metadata GetTrailers() => callState.GetTrailers();

    /// <summary>Cancels the call if it is still running, and frees what it holds.</summary>
    public void Dispose() => callState.Dispose();
}
