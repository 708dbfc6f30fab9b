using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.Tests.Swap;

/// <summary>Counts the calls that a server takes.</summary>
sealed class CountingInterceptor(Counter counter) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        counter.Served++;
        return continuation(request, context);
    }
}

/// <summary>Adds a header to unary calls.</summary>
sealed class AskingInterceptor : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var headers = new Metadata { { "asked", "kindly" } };
        foreach (var entry in context.Options.Headers ?? [])
            headers.Add(entry);
        return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithHeaders(headers)));
    }
}

/// <summary>What the server's interceptor saw.</summary>
sealed class Counter
{
    public int Served { get; set; }
}
