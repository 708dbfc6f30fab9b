namespace Aspire.Hosting.ApplicationModel;

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
