using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>Reaches the resources of a running application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>A client for an HTTP endpoint.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">The endpoint; the first HTTP endpoint by default.</param>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = app.GetEndpoint(resourceName, endpointName);
        return client;
    }

    /// <summary>The connection string of a resource.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static ValueTask<string?> GetConnectionStringAsync(this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        Find<IResourceWithConnectionString>(app, resourceName).GetConnectionStringAsync(cancellationToken);

    /// <summary>The address of an endpoint.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">The endpoint; the first HTTP endpoint by default.</param>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var endpoints = Find<IResourceWithEndpoints>(app, resourceName).GetEndpoints();
        var endpoint = endpointName is null
            ? endpoints.FirstOrDefault(candidate => candidate.Scheme is "http" or "https")
            : endpoints.FirstOrDefault(candidate => string.Equals(candidate.EndpointName, endpointName, StringComparison.OrdinalIgnoreCase));
        return new Uri((endpoint ?? throw new ArgumentException($"'{resourceName}' has no such endpoint.", nameof(endpointName))).Url);
    }

    static T Find<T>(DistributedApplication app, string resourceName) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<T>()
            .SingleOrDefault(resource => string.Equals(resource.Name, resourceName, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no such resource: '{resourceName}'.", nameof(resourceName));
    }
}
