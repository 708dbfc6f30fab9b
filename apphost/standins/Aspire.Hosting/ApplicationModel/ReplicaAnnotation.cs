namespace Aspire.Hosting.ApplicationModel;

/// <summary>How many processes serve a resource.</summary>
/// <param name="replicas">The number, from 1.</param>
public class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>The number.</summary>
    public int Replicas { get; } = replicas;
}
