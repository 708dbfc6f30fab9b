using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Shows each message of a stream only while its reader may still read.</summary>
sealed class GuardedWriter<T>(IServerStreamWriter<T> responses, Admission admission, ServerCallContext context) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => responses.WriteOptions;
        set => responses.WriteOptions = value;
    }

    public Task WriteAsync(T message)
    {
        admission.Again(context);
        return responses.WriteAsync(message);
    }

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        admission.Again(context);
        return responses.WriteAsync(message, cancellationToken);
    }
}
