using System.Diagnostics.Metrics;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Figures of the audit.</summary>
static class AuditTelemetry
{
    static readonly Meter Meter = new("Tsunagu.Audit");

    public static readonly Counter<long> CopyFailures = Meter.CreateCounter<long>(
        "tsunagu.audit.copy_failures", "{failure}", "Checkpoints that could not be compared with the log or copied to the operator's folder.");

    public static readonly Counter<long> Contradictions = Meter.CreateCounter<long>(
        "tsunagu.audit.contradictions", "{finding}", "Times that the log was found to contradict what was sealed.");
}
