using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.RabbitMQ;
using Aspire.Hosting.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds RabbitMQ servers.</summary>
public static class RabbitMQBuilderExtensions
{
    /// <summary>Adds a server. <c>ConnectionStrings:NAME</c> points at one that runs already.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="userName">The user; <c>guest</c> by default.</param>
    /// <param name="password">Its password; generated and kept by default.</param>
    /// <param name="port">The port; a free one by default.</param>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name,
        IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Punctuation would have to be escaped in the address.
        var kept = password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var server = new RabbitMQServerResource(name, userName?.Resource, kept);
        var key = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(key, new ConnectionCheck(server), HealthStatus.Unhealthy, tags: null, TimeSpan.FromSeconds(5)));
        var described = builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: 5672, name: RabbitMQServerResource.PrimaryEndpointName)
            .WithAnnotation(new ContainerImageAnnotation { Registry = "docker.io", Image = "library/rabbitmq", Tag = "4.1" })
            .WithAnnotation<ServerKind>(new RabbitMQServer(server))
            .WithHealthCheck(key);
        OutsideConnectionAnnotation.Find(described);
        return described;
    }

    /// <summary>Keeps the data of the server in a volume when a container runs it. This machine's binaries keep theirs in any case.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume; named after the application and the server by default.</param>
    /// <param name="isReadOnly">Whether the server may not write; a server that could not would not start.</param>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return name is null ? builder : builder.WithAnnotation(new DataVolumeAnnotation(name), ResourceAnnotationMutationBehavior.Replace);
    }
}
