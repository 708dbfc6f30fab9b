using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>A staff member; a row of <c>directory_staff</c>.</summary>
sealed class StaffEntry
{
    public required StaffId StaffId { get; init; }

    public required AgencyId AgencyId { get; set; }

    public required List<string> Roles { get; set; }

    public required DateTimeOffset ValidUntil { get; set; }

    public required bool Suspended { get; set; }

    /// <summary>Number of the event that said so.</summary>
    public required long Sequence { get; set; }
}
