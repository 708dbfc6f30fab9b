using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>
/// Who is told by role, as far as this service knows: staff who are not suspended. What is known may be old: the line may be about the very fault that keeps
/// it so.
/// </summary>
static class Addressees
{
    /// <summary>Everybody with one of the roles, of whatever agency, each once.</summary>
    /// <param name="directory">What is known.</param>
    /// <param name="kind">What they are told.</param>
    /// <param name="roles">The roles.</param>
    /// <exception cref="Refusal">DIRECTORY_STALE: nothing has been heard yet.</exception>
    public static IReadOnlyList<Notice> Everywhere(DirectorySnapshot directory, InboxKind kind, params Role[] roles) =>
        directory.ConfirmedAt is null
            ? throw AccessErrors.Of(AccessVerdict.DirectoryStale)!
            : [.. directory.Staff.Where(staff => !staff.Value.Suspended && staff.Value.Roles.Overlaps(roles))
                .OrderBy(staff => staff.Key.Value, StringComparer.Ordinal)
                .Select(staff => new Notice(kind, staff.Value.Agency, staff.Key))];

    /// <summary>Those of one agency; all of the agency when there is nobody, so that what must be told is told to somebody.</summary>
    /// <param name="directory">What is known.</param>
    /// <param name="kind">What they are told.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="except">Whose act it is about, and who is not told of it by this.</param>
    /// <param name="roles">The roles.</param>
    /// <exception cref="Refusal">DIRECTORY_STALE: nothing has been heard yet.</exception>
    public static IReadOnlyList<Notice> In(DirectorySnapshot directory, InboxKind kind, AgencyId agency, StaffId except, params Role[] roles) =>
        Everywhere(directory, kind, roles).Where(notice => notice.Agency == agency && notice.Staff != except).ToList() is { Count: > 0 } told
            ? told
            : [new(kind, agency, null)];
}
