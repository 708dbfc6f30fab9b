using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public sealed class ProbeConsumer(Inbox<ProbeDbContext> inbox, ProbeGate gate) : InboxConsumer<ReferralSent, ProbeDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralSent e, ProbeDbContext db, CancellationToken ct) => HandleAsync(e, db, gate, ct);

    internal static async Task HandleAsync(ReferralSent e, ProbeDbContext db, ProbeGate gate, CancellationToken ct)
    {
        db.Effects.Add(new Effect { EventId = e.EventId, AggregateId = e.AggregateId, Sequence = e.Sequence });
        await db.SaveChangesAsync(ct);
        // After the effect, so that only a rollback undoes it.
        if (gate.FaultOf(e) is { } fault)
            throw fault;
    }
}
