using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.PostgreSQL;
using Aspire.Hosting.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a server. <c>ConnectionStrings:NAME</c> points at one that runs already.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="userName">The superuser; <c>postgres</c> by default.</param>
    /// <param name="password">Its password; generated and kept by default.</param>
    /// <param name="port">The port; a free one by default.</param>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name,
        IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var kept = password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var server = new PostgresServerResource(name, userName?.Resource, kept);
        var described = builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: 5432, name: PostgresServerResource.PrimaryEndpointName)
            .WithAnnotation(new ContainerImageAnnotation { Registry = "docker.io", Image = "library/postgres", Tag = "17.6" })
            .WithAnnotation<ServerKind>(new PostgresServer(server))
            .WithConnectionCheck(server);
        OutsideConnectionAnnotation.Find(described);
        return described;
    }

    /// <summary>Adds a database; it is created once the server answers.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="databaseName">The name of the database; <paramref name="name"/> by default.</param>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.AddDatabase(name, database.DatabaseName);
        var described = builder.ApplicationBuilder.AddResource(database).WithConnectionCheck(database);
        OutsideConnectionAnnotation.Find(described);
        return described.WithAnnotation(new InnerResourceAnnotation(ct => DatabaseCreation.EnsureAsync(database, ct)));
    }

    /// <summary>Keeps the data of the server in a volume when a container runs it. This machine's binaries keep theirs in any case.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume; named after the application and the server by default.</param>
    /// <param name="isReadOnly">Whether the server may not write; a server that could not would not start.</param>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return name is null ? builder : builder.WithAnnotation(new DataVolumeAnnotation(name), ResourceAnnotationMutationBehavior.Replace);
    }

    static IResourceBuilder<T> WithConnectionCheck<T>(this IResourceBuilder<T> builder, IResourceWithConnectionString resource) where T : IResource
    {
        var key = $"{resource.Name}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(key, new ConnectionCheck(resource), HealthStatus.Unhealthy, tags: null, TimeSpan.FromSeconds(5)));
        return builder.WithHealthCheck(key);
    }
}
