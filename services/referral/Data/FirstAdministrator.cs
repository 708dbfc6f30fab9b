namespace Tsunagu.Referrals.Data;

/// <summary>
/// Section <c>Directory:FirstAdministrator</c>: who administers an empty directory, and one whose administrators' rights have all
/// ended. It has an effect only while no administrator could act.
/// </summary>
public sealed class FirstAdministrator
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Directory:FirstAdministrator";

    /// <summary>Subject of the administrator's token; nobody is enrolled without it.</summary>
    public string? StaffId { get; set; }

    /// <summary>Name as colleagues read it.</summary>
    public string Name { get; set; } = "システム管理者";

    /// <summary>Department of the city that they belong to.</summary>
    public string AgencyId { get; set; } = "administration";

    /// <summary>Name of that department, when it has to be registered.</summary>
    public string AgencyName { get; set; } = "システム管理担当";
}
