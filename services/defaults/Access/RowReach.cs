using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Whether a row lies within a caller's reach. One that does not is answered as absent.</summary>
public static class RowReach
{
    /// <summary>Pure decision; denies whatever is not stated.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="rule">Rule of the method.</param>
    /// <param name="owner">Agency that owns the row.</param>
    /// <param name="receiver">Agency the row is addressed to, if any.</param>
    public static bool MayReach(this Caller caller, RowRule rule, AgencyId owner, AgencyId? receiver = null) => rule switch
    {
        RowRule.Shared => true,
        RowRule.OwnAgency => Same(caller.Agency, owner),
        RowRule.OwnOrReceiver => Same(caller.Agency, owner) || (receiver is { } r && Same(caller.Agency, r)),
        RowRule.Unspecified => false,
    };

    // No agency never equals no agency: a program without one must not reach a row that lost its owner.
    static bool Same(AgencyId caller, AgencyId other) =>
        !string.IsNullOrEmpty(caller.Value) && string.Equals(caller.Value, other.Value, StringComparison.Ordinal);
}
