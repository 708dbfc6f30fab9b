namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Queues on which services hear of the directory.</summary>
public static class DirectoryEndpoint
{
    /// <summary>Queue of a service, such as <c>intake-directory</c>.</summary>
    public static string Of(string service) => service + "-directory";
}
