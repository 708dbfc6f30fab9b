using System.Diagnostics.CodeAnalysis;

namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>
/// A no with a name: the one exception for everything a caller is told. It reaches the caller as it stands, so neither
/// the detail nor a violation holds personal data.
/// </summary>
/// <param name="kind">Decides the gRPC and HTTP status.</param>
/// <param name="code">Stable code in capitals, such as <c>REFERRAL_WRONG_STATE</c>; programs rely on it.</param>
/// <param name="detail">What happened and what to do, in Japanese, without personal data.</param>
/// <param name="violations">The fields that are wrong, for <see cref="RefusalKind.Invalid"/>.</param>
[SuppressMessage("Naming", "CA1710", Justification = "An answer, told in the language of the domain.")]
public sealed class Refusal(
    RefusalKind kind, string code, string detail, IReadOnlyList<FieldViolation>? violations = null) : Exception(detail)
{
    /// <summary>Decides the gRPC and HTTP status.</summary>
    public RefusalKind Kind => kind;

    /// <summary>Stable code in capitals.</summary>
    public string Code => code;

    /// <summary>What happened, in Japanese.</summary>
    public string Detail => Message;

    /// <summary>The fields that are wrong; empty when it is not about fields.</summary>
    public IReadOnlyList<FieldViolation> Violations => violations ?? [];
}
