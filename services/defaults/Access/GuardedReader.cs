using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Takes each message of a stream only while its sender may still send.</summary>
sealed class GuardedReader<T>(IAsyncStreamReader<T> requests, Admission admission, ServerCallContext context) : IAsyncStreamReader<T>
{
    public T Current => requests.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var more = await requests.MoveNext(cancellationToken);
        admission.Again(context);
        return more;
    }
}
