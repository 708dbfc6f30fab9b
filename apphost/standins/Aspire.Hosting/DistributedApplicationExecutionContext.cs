namespace Aspire.Hosting;

/// <summary>How the host runs.</summary>
/// <param name="operation">What it was started for.</param>
public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    /// <summary>What it was started for.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>Whether it publishes.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Whether it runs the application.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;
}
