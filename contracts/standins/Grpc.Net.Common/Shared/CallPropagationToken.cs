using Grpc.Core;

namespace Grpc.Shared;

/// <summary>Deadline and cancellation of a parent call.</summary>
sealed class CallPropagationToken(ServerCallContext parent, ContextPropagationOptions options) : ContextPropagationToken
{
    internal DateTime Deadline => options.IsPropagateDeadline ? parent.Deadline : DateTime.MaxValue;

    internal CancellationToken CancellationToken => options.IsPropagateCancellation ? parent.CancellationToken : CancellationToken.None;
}
