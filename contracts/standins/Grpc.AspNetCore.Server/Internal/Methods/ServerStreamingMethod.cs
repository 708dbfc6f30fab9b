using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal.Methods;

sealed class ServerStreamingMethod<TService, TRequest, TResponse> : ServerMethod<TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    readonly Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler;
    readonly ServerStreamingServerMethod<TRequest, TResponse> pipeline;

    internal ServerStreamingMethod(Method<TRequest, TResponse> method, MethodOptions options, MethodInfo handler)
        : base(typeof(TService), method, options, handler)
    {
        this.handler = handler.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        pipeline = Intercepted<ServerStreamingServerMethod<TRequest, TResponse>>(CallServiceAsync, (registration, next) => async (request, responses, context) =>
        {
            await using var interceptor = Activate(registration, context);
            await interceptor.Instance.ServerStreamingServerHandler(request, responses, context, next);
        });
    }

    internal override async Task RunAsync(ServerCall<TRequest, TResponse> call) =>
        await pipeline(await call.ReadRequestAsync(), call.Responses, call);

    async Task CallServiceAsync(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context)
    {
        await using var service = ServiceActivation<TService>.Create(Services(context));
        await handler(service.Instance, request, responses, context);
    }
}
