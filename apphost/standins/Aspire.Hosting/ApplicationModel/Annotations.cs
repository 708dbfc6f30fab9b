using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The annotations of a resource, in the order they were added.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>
{
    /// <summary>An empty collection.</summary>
    public ResourceAnnotationCollection()
    {
    }
}

/// <summary>A fact attached to a resource.</summary>
public interface IResourceAnnotation;

/// <summary>What becomes of earlier annotations of the same type.</summary>
public enum ResourceAnnotationMutationBehavior
{
    /// <summary>They stay.</summary>
    Append,

    /// <summary>They are removed.</summary>
    Replace,
}

/// <summary>The image of a container.</summary>
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    /// <summary>The registry; null takes the engine's default.</summary>
    public string? Registry { get; set; }

    /// <summary>The image without its tag.</summary>
    public required string Image { get; set; }

    /// <summary>The tag.</summary>
    public string? Tag { get; set; }
}

/// <summary>Names a health check that speaks for a resource.</summary>
/// <param name="key">The name the check is registered under.</param>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name the check is registered under.</summary>
    public string Key { get; } = key;
}

/// <summary>How many processes serve a resource.</summary>
/// <param name="replicas">The number, from 1.</param>
public class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>The number.</summary>
    public int Replicas { get; } = replicas;
}

/// <summary>What a resource waits for before it starts.</summary>
/// <param name="resource">The other resource.</param>
/// <param name="waitType">What is waited for.</param>
public class WaitAnnotation(IResource resource, WaitType waitType) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What is waited for.</summary>
    public WaitType WaitType { get; } = waitType;
}

/// <summary>What is waited for.</summary>
public enum WaitType
{
    /// <summary>That the other resource runs and its health checks pass.</summary>
    WaitUntilHealthy,

    /// <summary>That the other resource has ended.</summary>
    WaitForCompletion,

    /// <summary>That the other resource runs.</summary>
    WaitUntilStarted,
}
