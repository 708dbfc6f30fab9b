using Grpc.Core;
using Grpc.Core.Interceptors;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Refuses calls that come on a connection of old while the service stops; health is still told.</summary>
sealed class DrainInterceptor(Drain drain) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, responseStream, context);
    }

    void Check(ServerCallContext context)
    {
        if (drain.Refuses && !AccessCatalog.IsExempt(context.Method))
            throw Stopping();
    }

    /// <summary>Answer to a call that the stop of the service ends or does not let begin.</summary>
    public static Refusal Stopping() =>
        new(RefusalKind.Unavailable, "SERVICE_STOPPING", "サービスを停止しています。しばらくしてからもう一度お試しください。");
}
