using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Whether a row lies within a caller's reach without any grant. One that does not is answered as absent.</summary>
public static class RowReach
{
    /// <summary>Pure decision; denies whatever is not stated.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="rule">Rule of the method.</param>
    /// <param name="owner">Agency that owns the row.</param>
    /// <param name="receiver">Agency the row is addressed to, if any.</param>
    public static bool MayReach(this Caller caller, RowRule rule, AgencyId owner, AgencyId? receiver = null) =>
        RowDecision.Ground(rule, caller, owner, receiver is { } one ? [one] : []) is not null;
}
