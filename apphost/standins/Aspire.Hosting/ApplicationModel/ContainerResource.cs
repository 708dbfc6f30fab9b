namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that a container engine can run.</summary>
/// <param name="name">The unique name.</param>
/// <param name="entrypoint">The program to run in place of the image's own.</param>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program to run in place of the image's own.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}
