using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Base of resources.</summary>
/// <param name="name">The unique name; it is part of environment variables, so keep to letters, digits and dashes.</param>
[DebuggerDisplay("{Name}")]
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc/>
    public virtual string Name { get; } = Checked(name);

    /// <inheritdoc/>
    public virtual ResourceAnnotationCollection Annotations { get; } = [];

    static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}

/// <summary>A resource that a container engine can run.</summary>
/// <param name="name">The unique name.</param>
/// <param name="entrypoint">The program to run in place of the image's own.</param>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program to run in place of the image's own.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}

/// <summary>A .NET project.</summary>
/// <param name="name">The unique name.</param>
public class ProjectResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
