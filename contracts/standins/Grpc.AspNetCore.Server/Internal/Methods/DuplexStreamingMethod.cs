using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal.Methods;

sealed class DuplexStreamingMethod<TService, TRequest, TResponse> : ServerMethod<TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    readonly Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler;
    readonly DuplexStreamingServerMethod<TRequest, TResponse> pipeline;

    internal DuplexStreamingMethod(Method<TRequest, TResponse> method, MethodOptions options, MethodInfo handler)
        : base(typeof(TService), method, options, handler)
    {
        this.handler = handler.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        pipeline = Intercepted<DuplexStreamingServerMethod<TRequest, TResponse>>(CallServiceAsync, (registration, next) => async (requests, responses, context) =>
        {
            await using var interceptor = Activate(registration, context);
            await interceptor.Instance.DuplexStreamingServerHandler(requests, responses, context, next);
        });
    }

    internal override async Task RunAsync(ServerCall<TRequest, TResponse> call) =>
        await pipeline(call.Requests, call.Responses, call);

    async Task CallServiceAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
    {
        await using var service = ServiceActivation<TService>.Create(Services(context));
        await handler(service.Instance, requests, responses, context);
    }
}
