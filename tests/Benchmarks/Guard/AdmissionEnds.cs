using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>Stands right behind the admission.</summary>
sealed class AdmissionEnds : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (context.UserState.TryGetValue(AdmissionBegins.Key, out var begun))
            Clock.Admission.Note((long)begun);
        return continuation(request, context);
    }
}
