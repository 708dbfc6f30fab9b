using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Every refusal about the audit itself.</summary>
public static class AuditErrors
{
    /// <summary>The log was never sealed at that size or later: no proof can be about it yet.</summary>
    public static Refusal SizeNotReached() => new(RefusalKind.NotFound, "AUDIT_SIZE_NOT_REACHED", "監査記録は、まだその件数に達していません。");

    /// <summary>After an upgrade the hashes of an existing log are computed first, some thousand acts a second.</summary>
    public static Refusal ProofNotReady() =>
        new(RefusalKind.Unavailable, "AUDIT_PROOF_NOT_READY", "監査記録の証明を準備しています。しばらくしてからもう一度お試しください。");
}
