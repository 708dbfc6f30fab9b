using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>Questions to another service in the middle of a call.</summary>
public static class NeighbourCalls
{
    // A person waits for the answer, and often a transaction with them.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Until when an answer is waited for; the deadline of the served call counts as well when it is sooner.</summary>
    /// <param name="clock">Time.</param>
    public static DateTime NeighbourDeadline(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime + Patience;

    /// <summary>True when the other service gave no answer, as opposed to one that was no.</summary>
    /// <param name="failure">How the call ended.</param>
    public static bool IsAway(this RpcException failure) => failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded;
}
