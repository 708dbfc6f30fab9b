namespace Grpc.Core;

/// <summary>What a call made inside another one takes over from it.</summary>
public class ContextPropagationOptions
{
    /// <summary>Takes over deadline and cancellation.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Makes options.</summary>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>The earlier deadline counts.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Cancelling the parent cancels the child.</summary>
    public bool IsPropagateCancellation { get; }
}

/// <summary>Handle to a parent call for <see cref="CallOptions.WithPropagationToken"/>.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
