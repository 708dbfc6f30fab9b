using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Makes calls over a channel.</summary>
sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    static readonly Func<object, Task<Metadata>> Headers = call => ((ClientCall)call).ResponseHeadersAsync;
    static readonly Func<object, Status> Status = call => ((ClientCall)call).GetStatus();
    static readonly Func<object, Metadata> Trailers = call => ((ClientCall)call).GetTrailers();
    static readonly Action<object> End = call => ((ClientCall)call).Dispose();

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new HttpClientCall<TRequest, TResponse>(channel, method, host, options);
        return new AsyncUnaryCall<TResponse>(call.ReadSingleAsync(new MessageContent<TRequest, TResponse>(call, request)), Headers, Status, Trailers, End, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new HttpClientCall<TRequest, TResponse>(channel, method, host, options);
        return new AsyncServerStreamingCall<TResponse>(
            new ResponseStream<TRequest, TResponse>(call, new MessageContent<TRequest, TResponse>(call, request)), Headers, Status, Trailers, End, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new HttpClientCall<TRequest, TResponse>(channel, method, host, options);
        var requests = new RequestStream<TRequest, TResponse>(call);
        return new AsyncClientStreamingCall<TRequest, TResponse>(requests, call.ReadSingleAsync(requests.Content), Headers, Status, Trailers, End, call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new HttpClientCall<TRequest, TResponse>(channel, method, host, options);
        var requests = new RequestStream<TRequest, TResponse>(call);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            requests, new ResponseStream<TRequest, TResponse>(call, requests.Content), Headers, Status, Trailers, End, call);
    }
}
