using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal.Methods;

sealed class ClientStreamingMethod<TService, TRequest, TResponse> : ServerMethod<TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    readonly Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> handler;
    readonly ClientStreamingServerMethod<TRequest, TResponse> pipeline;

    internal ClientStreamingMethod(Method<TRequest, TResponse> method, MethodOptions options, MethodInfo handler)
        : base(typeof(TService), method, options, handler)
    {
        this.handler = handler.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        pipeline = Intercepted<ClientStreamingServerMethod<TRequest, TResponse>>(CallServiceAsync, (registration, next) => async (requests, context) =>
        {
            await using var interceptor = Activate(registration, context);
            return await interceptor.Instance.ClientStreamingServerHandler(requests, context, next);
        });
    }

    internal override async Task RunAsync(ServerCall<TRequest, TResponse> call) =>
        await call.WriteResponseAsync(Answer(await pipeline(call.Requests, call)));

    async Task<TResponse> CallServiceAsync(IAsyncStreamReader<TRequest> requests, ServerCallContext context)
    {
        await using var service = ServiceActivation<TService>.Create(Services(context));
        return await handler(service.Instance, requests, context);
    }
}
