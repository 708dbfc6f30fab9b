using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Leaves an effect for the record that its key names; the gate holds it and makes it fail.</summary>
public sealed class ProbeJob(ProbeGate gate) : ScheduledJob<ProbeDbContext>
{
    public const string Name = "probe-job";

    public override string Kind => Name;

    public override async Task RunAsync(ProbeDbContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var record = Guid.Parse(key);
        db.Effects.Add(new Effect { EventId = Guid.CreateVersion7(), AggregateId = record, Sequence = 1 });
        await db.SaveChangesAsync(ct);
        await gate.PassAsync(ct);
        if (gate.JobFault is { } fault)
            throw fault;
    }
}
