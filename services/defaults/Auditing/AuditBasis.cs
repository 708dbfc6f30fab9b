using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>On which ground a call was answered, in the codes of the log.</summary>
static class AuditBasis
{
    /// <summary>Pure rule: the ground of the row decision; without one, the rule by which the answer was restricted.</summary>
    /// <param name="rule">Rule of the method.</param>
    /// <param name="verdict">The row decision; null when none was taken, as for a list.</param>
    /// <returns>One code, or the legal basis of each grant that opened the row, each once and sorted; none when the row was not shown.</returns>
    public static IReadOnlyList<string> Of(RowRule rule, RowVerdict? verdict) => verdict switch
    {
        null => CodeOf(rule),
        { Shows: false } => [],
        { Reason: RowReason.Granted } => [.. verdict.Grants.Select(grant => GrantBases.CodeOf(grant.Basis)).Distinct().Order(StringComparer.Ordinal)],
        { Reason: RowReason.Shared } => ["shared"],
        { Reason: RowReason.Own } => ["own"],
        { Reason: RowReason.Receiver } => ["receiver"],
        { Reason: RowReason.Foreign or RowReason.GrantExpired or RowReason.GrantRevoked or RowReason.GrantSuspended or RowReason.GrantPurpose } => [],
    };

    static IReadOnlyList<string> CodeOf(RowRule rule) => rule switch
    {
        RowRule.Shared => ["shared"],
        RowRule.OwnAgency => ["own"],
        RowRule.OwnOrReceiver => ["own_or_receiver"],
        RowRule.OwnOrGranted => ["own_or_granted"],
        RowRule.BreakGlass => [GrantBases.CodeOf(GrantBasis.Emergency)],
        RowRule.Unspecified => [],
    };
}
