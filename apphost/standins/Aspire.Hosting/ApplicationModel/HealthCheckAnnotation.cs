namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names a health check that speaks for a resource.</summary>
/// <param name="key">The name the check is registered under.</param>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name the check is registered under.</summary>
    public string Key { get; } = key;
}
