using System.Reflection;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server.Internal.Methods;

/// <summary>A method of a service, whatever its messages.</summary>
abstract class ServerMethod(Type serviceType, IMethod description, MethodOptions options, MethodInfo handler)
{
    internal Type ServiceType => serviceType;

    internal IMethod Description => description;

    internal MethodOptions Options => options;

    /// <summary>What conventions and policies read of an endpoint: attributes of the class, then of the method.</summary>
    internal IEnumerable<object> Metadata =>
        [new GrpcMethodMetadata(serviceType, description), .. serviceType.GetCustomAttributes(inherit: true), .. handler.GetCustomAttributes(inherit: true)];

    internal bool HasRequestStream => description.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming;

    /// <summary>Hands the method, with its types, to <paramref name="visitor"/>.</summary>
    internal abstract TResult Accept<TResult>(IServerMethodVisitor<TResult> visitor);
}

/// <summary>Meets a method with its types.</summary>
interface IServerMethodVisitor<out TResult>
{
    TResult Visit<TRequest, TResponse>(ServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class;
}

/// <summary>A method that can be run on any transport.</summary>
abstract class ServerMethod<TRequest, TResponse>(
    Type serviceType, Method<TRequest, TResponse> method, MethodOptions options, MethodInfo handler)
    : ServerMethod(serviceType, method, options, handler)
    where TRequest : class
    where TResponse : class
{
    internal Method<TRequest, TResponse> Method => method;

    /// <summary>Runs one call through the interceptors to the service.</summary>
    internal abstract Task RunAsync(ServerCall<TRequest, TResponse> call);

    internal override TResult Accept<TResult>(IServerMethodVisitor<TResult> visitor) => visitor.Visit(this);

    /// <summary>Wraps <paramref name="innermost"/> in the interceptors, the first outermost.</summary>
    protected TDelegate Intercepted<TDelegate>(TDelegate innermost, Func<InterceptorRegistration, TDelegate, TDelegate> wrap) =>
        Options.Interceptors.Reverse().Aggregate(innermost, (next, registration) => wrap(registration, next));

    protected static Activation<Interceptor> Activate(InterceptorRegistration registration, ServerCallContext context) =>
        InterceptorActivation.Create(registration, Services(context));

    protected static IServiceProvider Services(ServerCallContext context) => context.GetHttpContext().RequestServices;

    protected static TResponse Answer(TResponse? response) =>
        response ?? throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
}
