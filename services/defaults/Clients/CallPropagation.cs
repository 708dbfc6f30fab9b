using Grpc.Core;
using Grpc.Core.Interceptors;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>Gives calls to other services the deadline and cancellation of the call they serve.</summary>
sealed class CallPropagation(TimeProvider clock) : Interceptor
{
    static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(10);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Bounded(context, DefaultDeadline));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, Bounded(context, null));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Bounded(context, null));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Bounded(context, null));

    ClientInterceptorContext<TRequest, TResponse> Bounded<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, TimeSpan? byDefault)
        where TRequest : class
        where TResponse : class
    {
        var options = context.Options;
        var deadline = options.Deadline ?? (byDefault is { } span ? clock.GetUtcNow().UtcDateTime + span : null);
        if (CurrentCall.Value is { } served)
        {
            // A point in time, not a span: what the served call has used up is gone for this one as well.
            if (served.Deadline != DateTime.MaxValue && (deadline is null || served.Deadline < deadline))
                deadline = served.Deadline;
            if (!options.CancellationToken.CanBeCanceled)
                options = options.WithCancellationToken(served.CancellationToken);
        }

        if (deadline is { } until)
            options = options.WithDeadline(until);
        return new(context.Method, context.Host, options);
    }
}
