using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Who decides about protective measures and reveals: coordinators and managers of the city's own departments.</summary>
static class Deciders
{
    /// <summary>Of the department that asks, but not who asks; managers of every department where it has nobody else or is no department.</summary>
    /// <param name="directory">What is known.</param>
    /// <param name="kind">What they are told.</param>
    /// <param name="asking">Agency of who asks.</param>
    /// <param name="by">Who asks.</param>
    /// <exception cref="Refusal">DIRECTORY_STALE: nothing has been heard yet.</exception>
    public static IReadOnlyList<Notice> Of(DirectorySnapshot directory, InboxKind kind, AgencyId asking, StaffId by)
    {
        List<Notice> near = [.. OfCity(directory, kind, Role.Coordinator, Role.Manager).Where(notice => notice.Agency == asking && notice.Staff != by)];
        return near.Count > 0 ? near : [.. OfCity(directory, kind, Role.Manager).Where(notice => notice.Staff != by)];
    }

    /// <summary>Of the department that the city named; managers of every department where it named none, or one without anybody.</summary>
    /// <param name="directory">What is known.</param>
    /// <param name="kind">What they are told.</param>
    /// <param name="desk">Code of the department, or null.</param>
    /// <exception cref="Refusal">DIRECTORY_STALE: nothing has been heard yet.</exception>
    public static IReadOnlyList<Notice> Of(DirectorySnapshot directory, InboxKind kind, string? desk)
    {
        List<Notice> named = [.. OfCity(directory, kind, Role.Coordinator, Role.Manager).Where(notice => notice.Agency.Value == desk)];
        return named.Count > 0 ? named : [.. OfCity(directory, kind, Role.Manager)];
    }

    static IEnumerable<Notice> OfCity(DirectorySnapshot directory, InboxKind kind, params Role[] roles) =>
        Addressees.Everywhere(directory, kind, roles).Where(notice => directory.IsOfCity(notice.Agency));
}
