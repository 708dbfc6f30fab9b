using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Names of the roles in tokens: the proto name without its prefix, in lower case.</summary>
public static class RoleNames
{
    static readonly Dictionary<string, Role> ByName = Enum.GetValues<Role>()
        .Where(role => role != Role.Unspecified)
        .ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>Name of a role, such as <c>lay_watcher</c>.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Unspecified => "",
        Role.Caseworker => "caseworker",
        Role.Coordinator => "coordinator",
        Role.Manager => "manager",
        Role.Partner => "partner",
        Role.LayWatcher => "lay_watcher",
        Role.Planner => "planner",
        Role.Auditor => "auditor",
        Role.Administrator => "administrator",
        Role.Service => "service",
    };

    /// <summary>The roles that are known; names of other systems in the same claim are passed over.</summary>
    public static IReadOnlySet<Role> Parse(IEnumerable<string> names) =>
        names.Where(ByName.ContainsKey).Select(name => ByName[name]).ToHashSet();
}
