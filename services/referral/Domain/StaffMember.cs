using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>A member of an agency's staff. Their rights end with the fiscal year unless they are renewed.</summary>
public sealed class StaffMember
{
    StaffMember()
    {
    }

    /// <summary>Subject of the staff member's token.</summary>
    public StaffId Id { get; private init; }

    /// <summary>Agency the staff member acts for.</summary>
    public AgencyId Agency { get; private set; }

    /// <summary>Name as colleagues read it.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>Role names of the contract in lower case without prefix, such as <c>caseworker</c>.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>When their rights end (UTC, exclusive).</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    /// <summary>When they were suspended (UTC); null unless they are.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Changes with every stored change.</summary>
    public uint Version { get; private set; }

    /// <summary>Enrols somebody until the end of the fiscal year.</summary>
    public static StaffMember Enrol(StaffId id, AgencyId agency, string name, IReadOnlyList<string> roles, DateTimeOffset now) => new()
    {
        Id = id,
        Agency = agency,
        Name = name,
        Roles = roles,
        ValidUntil = FiscalYear.EndOf(now),
    };

    /// <summary>Changes agency, name and roles; how long the rights last stays as it is.</summary>
    public void Revise(AgencyId agency, string name, IReadOnlyList<string> roles) => (Agency, Name, Roles) = (agency, name, roles);

    /// <summary>Takes every right away for the time being.</summary>
    /// <exception cref="Refusal">STAFF_WRONG_STATE: suspended already.</exception>
    public void Suspend(DateTimeOffset now)
    {
        if (SuspendedAt is not null)
            throw DirectoryErrors.StaffSuspended();
        SuspendedAt = now;
    }

    /// <summary>Ends a suspension. Rights that have ended meanwhile stay ended.</summary>
    /// <exception cref="Refusal">STAFF_WRONG_STATE: not suspended.</exception>
    public void Reinstate()
    {
        if (SuspendedAt is null)
            throw DirectoryErrors.StaffNotSuspended();
        SuspendedAt = null;
    }

    /// <summary>Renews the rights until the end of a fiscal year, see <see cref="RightsRenewal"/>.</summary>
    /// <exception cref="Refusal">RIGHTS_NOT_RENEWABLE: too early. STAFF_WRONG_STATE: suspended.</exception>
    public void RenewRights(DateTimeOffset now)
    {
        if (SuspendedAt is not null)
            throw DirectoryErrors.StaffSuspended();
        ValidUntil = RightsRenewal.Until(ValidUntil, now) ?? throw DirectoryErrors.RightsNotRenewable();
    }
}
