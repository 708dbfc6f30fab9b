using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Admits or refuses a call before its handler runs, for all four kinds of call alike.</summary>
sealed class AccessInterceptor(Admission admission) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        return await continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        await continuation(requestStream, responseStream, context);
    }
}
