using Google.Protobuf;
using Grpc.Core;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>What a case asserts.</summary>
static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new CaseFailedException($"{what}: {actual} instead of {expected}");
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what) =>
        Equal(string.Join(", ", expected), string.Join(", ", actual), what);

    public static void Zeros(int size, ByteString body)
    {
        Equal(size, body.Length, "size");
        Equal(-1, body.Span.IndexOfAnyExcept((byte)0), "place of a byte that is not zero");
    }

    public static async Task<Status> FailureAsync(StatusCode expected, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException failure)
        {
            Equal(expected, failure.StatusCode, "status");
            return failure.Status;
        }
        throw new CaseFailedException($"status: {StatusCode.OK} instead of {expected}");
    }
}

/// <summary>A case did not go as described.</summary>
sealed class CaseFailedException(string message) : Exception(message);
