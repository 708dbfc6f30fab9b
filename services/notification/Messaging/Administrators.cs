using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Who administers the suite, as far as this service knows.</summary>
static class Administrators
{
    /// <summary>
    /// Every administrator who is not suspended, and the agency each belongs to. What is known may be old: the line may be about the very fault
    /// that keeps it so.
    /// </summary>
    /// <param name="directory">What is known.</param>
    /// <exception cref="Refusal">DIRECTORY_STALE: nothing has been heard yet.</exception>
    public static IReadOnlyList<(AgencyId Agency, StaffId Staff)> Of(DirectorySnapshot directory) => directory.ConfirmedAt is null
        ? throw AccessErrors.Of(AccessVerdict.DirectoryStale)!
        : [.. directory.Staff.Where(staff => !staff.Value.Suspended && staff.Value.Roles.Contains(Role.Administrator))
            .Select(staff => (staff.Value.Agency, staff.Key)).OrderBy(one => one.Key.Value, StringComparer.Ordinal)];
}
