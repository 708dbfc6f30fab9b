using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Does the same around every call, of whichever of the four kinds it is.</summary>
abstract class CallInterceptor : Interceptor
{
    /// <summary>Runs <paramref name="call"/>, the rest of the way to the handler, once or not at all.</summary>
    protected abstract Task AroundAsync(ServerCallContext context, Func<Task> call);

    /// <summary>What the handler reads the messages of a stream from.</summary>
    protected virtual IAsyncStreamReader<T> Requests<T>(IAsyncStreamReader<T> requests, ServerCallContext context) => requests;

    /// <summary>What the handler writes the messages of a stream to.</summary>
    protected virtual IServerStreamWriter<T> Responses<T>(IServerStreamWriter<T> responses, ServerCallContext context) => responses;

    public sealed override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await AroundAsync(context, async () => response = await continuation(request, context));
        return response!;
    }

    public sealed override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await AroundAsync(context, async () => response = await continuation(Requests(requestStream, context), context));
        return response!;
    }

    public sealed override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        AroundAsync(context, () => continuation(request, Responses(responseStream, context), context));

    public sealed override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        AroundAsync(context, () => continuation(Requests(requestStream, context), Responses(responseStream, context), context));
}
