namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback sees that adds environment variables.</summary>
/// <param name="executionContext">How the host runs.</param>
/// <param name="resource">The resource being started.</param>
/// <param name="environmentVariables">The variables so far.</param>
/// <param name="cancellationToken">Stops waiting.</param>
public class EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, IResource resource,
    Dictionary<string, object>? environmentVariables = null, CancellationToken cancellationToken = default)
{
    /// <summary>The variables; a value is text or an <see cref="IValueProvider"/>.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>The resource being started.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Stops waiting.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>How the host runs.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;
}

/// <summary>Adds environment variables when the resource starts.</summary>
/// <param name="callback">Adds them.</param>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>Adds environment variables without waiting for anything.</summary>
    /// <param name="callback">Adds them.</param>
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback) : this(context =>
    {
        callback(context);
        return Task.CompletedTask;
    })
    {
    }

    /// <summary>Adds the variables.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}
