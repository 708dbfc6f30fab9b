namespace Aspire.Hosting.Testing;

/// <summary>Describes an application for a test.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Builds the application.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
