using Tsunagu.Contracts.Events.Referrals;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Lets a test hold work inside its transaction, and make the consumer fail.</summary>
public sealed class ProbeGate
{
    int entered;

    public TaskCompletionSource? Closed { get; set; }

    public int Entered => entered;

    /// <summary>How many calls of the directory are still to be answered with UNAVAILABLE.</summary>
    public int DirectoryAway { get; set; }

    public Exception? ConsumerFault
    {
        set => FaultOf = _ => value;
    }

    /// <summary>What the consumer fails with for an event; null lets it pass.</summary>
    public Func<ReferralSent, Exception?> FaultOf { get; set; } = _ => null;

    public Exception? JobFault { get; set; }

    public async Task PassAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref entered);
        if (Closed is { } closed)
            await closed.Task.WaitAsync(ct);
    }
}
