using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>
/// Nobody decides about their own rights: not about their own entry, and not about what their own agency may do. Another administrator does,
/// so that a stolen or tempted account neither widens nor lengthens what it has.
/// </summary>
public static class OwnRights
{
    /// <summary>Refuses whoever would change their own entry.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="staff">Whose rights would change.</param>
    /// <exception cref="Refusal">OWN_RIGHTS.</exception>
    public static void RequireAnother(StaffId caller, StaffId staff)
    {
        if (caller == staff)
            throw DirectoryErrors.OwnRights();
    }

    /// <summary>Refuses whoever would change the kind or an agreement of their own agency.</summary>
    /// <param name="caller">Agency of who asks.</param>
    /// <param name="agency">Agency whose rights would change.</param>
    /// <exception cref="Refusal">OWN_RIGHTS.</exception>
    public static void RequireAnother(AgencyId caller, AgencyId agency)
    {
        if (caller == agency)
            throw DirectoryErrors.OwnAgency();
    }
}
