namespace Aspire.Hosting.Testing;

/// <summary>Starts the description of an application for a test: fresh data, no dashboard.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Starts a description.</summary>
    /// <param name="args">The command line.</param>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) =>
        new TestingBuilder(new DistributedApplicationBuilder(new DistributedApplicationOptions { Args = [.. args, "--ephemeral"], DisableDashboard = true }));
}
