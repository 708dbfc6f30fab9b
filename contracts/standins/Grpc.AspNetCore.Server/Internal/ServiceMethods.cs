using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Methods;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Finds the methods of a service by the binder that its generated base names.</summary>
sealed class ServiceMethods<TService>(IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> one)
    where TService : class
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    readonly Lazy<IReadOnlyList<ServerMethod>> methods = new(() => Find(MethodOptions.Create(all, one)));

    internal IReadOnlyList<ServerMethod> All => methods.Value;

    static List<ServerMethod> Find(MethodOptions options)
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is not { } attribute)
                continue;
            var bind = attribute.BindType.GetMethod(attribute.BindMethodName, Static, [typeof(ServiceBinderBase), type]);
            if (bind is null)
                break;
            var binder = new Binder(options);
            bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
            return binder.Methods;
        }
        throw new InvalidOperationException($"Cannot locate BindService(ServiceBinderBase, ServiceBase) method for the current service type: {typeof(TService).FullName}.");
    }

    sealed class Binder(MethodOptions options) : ServiceBinderBase
    {
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        internal List<ServerMethod> Methods { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add(new UnaryMethod<TService, TRequest, TResponse>(
                method, options, Handler(method, typeof(TRequest), typeof(ServerCallContext))));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add(new ClientStreamingMethod<TService, TRequest, TResponse>(
                method, options, Handler(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext))));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add(new ServerStreamingMethod<TService, TRequest, TResponse>(
                method, options, Handler(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext))));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add(new DuplexStreamingMethod<TService, TRequest, TResponse>(
                method, options, Handler(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext))));

        static MethodInfo Handler(IMethod method, params Type[] parameters) =>
            typeof(TService).GetMethod(method.Name, Instance, parameters)
            ?? throw new InvalidOperationException($"Could not find '{method.Name}' on {typeof(TService)}.");
    }
}
