using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal.Methods;

sealed class UnaryMethod<TService, TRequest, TResponse> : ServerMethod<TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    readonly Func<TService, TRequest, ServerCallContext, Task<TResponse>> handler;
    readonly UnaryServerMethod<TRequest, TResponse> pipeline;

    internal UnaryMethod(Method<TRequest, TResponse> method, MethodOptions options, MethodInfo handler)
        : base(typeof(TService), method, options, handler)
    {
        this.handler = handler.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        pipeline = Intercepted<UnaryServerMethod<TRequest, TResponse>>(CallServiceAsync, (registration, next) => async (request, context) =>
        {
            await using var interceptor = Activate(registration, context);
            return await interceptor.Instance.UnaryServerHandler(request, context, next);
        });
    }

    internal override async Task RunAsync(ServerCall<TRequest, TResponse> call)
    {
        var request = await call.ReadRequestAsync();
        await call.WriteResponseAsync(Answer(await pipeline(request, call)));
    }

    Task<TResponse> CallServiceAsync(TRequest request, ServerCallContext context)
    {
        try
        {
            var service = ServiceActivation<TService>.Create(Services(context));
            return service.NeedsDisposal ? CallAndDisposeAsync(service, request, context) : handler(service.Instance, request, context);
        }
        catch (Exception exception)
        {
            return Task.FromException<TResponse>(exception);
        }
    }

    async Task<TResponse> CallAndDisposeAsync(Activation<TService> service, TRequest request, ServerCallContext context)
    {
        await using (service)
            return await handler(service.Instance, request, context);
    }
}
