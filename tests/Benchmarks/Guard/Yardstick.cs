using System.Diagnostics;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>
/// Stands behind the admission and computes about as long as that does, waiting for nothing: what its times are longer than that is the machine's, which
/// has more callers than processors.
/// </summary>
sealed class Yardstick : Interceptor
{
    static readonly byte[] Work = new byte[48 << 10];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var begun = Stopwatch.GetTimestamp();
        SHA256.HashData(Work);
        Clock.Yardstick.Note(begun);
        return continuation(request, context);
    }
}
