using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>What one legal basis carries under a version of the sharing rules.</summary>
public sealed class SharingRule
{
    /// <summary>Most hours that a basis may be limited to: a leap year.</summary>
    public const int HoursMax = 366 * 24;

    /// <summary>Roles that may open records, and so may be named as givers.</summary>
    public static IReadOnlyList<string> GiverRoles { get; } = ["caseworker", "coordinator", "manager", "partner"];

    /// <summary>法的根拠.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>Kinds of agency to whose agencies and staff it carries, each once and in one order.</summary>
    public required IReadOnlyList<AgencyKind> Recipients { get; init; }

    /// <summary>True: it carries to the attendants of a meeting, of whatever kind their agencies are.</summary>
    public required bool Meetings { get; init; }

    /// <summary>True: a second person of the owning agency approves.</summary>
    public required bool ApproverRequired { get; init; }

    /// <summary>How long it carries at most, in hours; null: until the fiscal year ends.</summary>
    public required int? LongestHours { get; init; }

    /// <summary>Roles that may open a record on it, each once and in one order.</summary>
    public required IReadOnlyList<string> Givers { get; init; }

    /// <summary>Refuses to send a sheet on this basis where it does not carry.</summary>
    /// <param name="receiver">Kind of the receiving agency.</param>
    /// <param name="roles">Roles of who sends.</param>
    /// <exception cref="Refusal">LEGAL_BASIS_RECEIVER, LEGAL_BASIS_ROLE.</exception>
    public void RequireSending(AgencyKind receiver, IEnumerable<string> roles)
    {
        if (!Recipients.Contains(receiver)) throw ReferralErrors.LegalBasisReceiver();
        if (!Givers.Intersect(roles, StringComparer.Ordinal).Any()) throw ReferralErrors.LegalBasisRole();
    }
}
