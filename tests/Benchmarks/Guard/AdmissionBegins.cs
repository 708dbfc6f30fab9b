using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>Stands right before the admission.</summary>
sealed class AdmissionBegins : Interceptor
{
    public static readonly object Key = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.UserState[Key] = Stopwatch.GetTimestamp();
        return continuation(request, context);
    }
}
