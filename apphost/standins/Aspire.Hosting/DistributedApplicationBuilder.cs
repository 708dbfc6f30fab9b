using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Describes an application.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    readonly HostApplicationBuilder _host;

    /// <summary>Starts a description.</summary>
    /// <param name="args">The command line.</param>
    public DistributedApplicationBuilder(string[] args) : this(new DistributedApplicationOptions { Args = args })
    {
    }

    /// <summary>Starts a description.</summary>
    /// <param name="options">How the application is built.</param>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();
        AppHostDirectory = AppHostFolder.Of(AppHostAssembly);
        _host = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = CommandLine.WithFlagValues(options.Args ?? []),
            ContentRootPath = AppHostDirectory,
            ApplicationName = AppHostAssembly?.GetName().Name,
            EnvironmentName = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
        });
        _host.Logging.AddFilter("Microsoft", LogLevel.Warning);
        _host.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        // A failed start is told once, by the exception.
        _host.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // A resource that is not up yet is no news; the dashboard shows its health.
        _host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        _host.Logging.AddSimpleConsole(console => console.SingleLine = true);
        _host.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        _host.Services.AddHealthChecks();
        _host.Services.AddHttpClient();
        _host.Services.AddSingleton(ExecutionContext);
        _host.Services.AddSingleton(new DistributedApplicationModel(Resources));
        _host.Services.AddSingleton(_ => new ResourceNotificationService());
        _host.Services.AddSingleton(services => HostSettings.Read(services.GetRequiredService<IConfiguration>(), Environment, AppHostDirectory, AppHostAssembly, options));
        var folder = new DataFolder(Configuration, Environment, AppHostDirectory);
        Configuration["Aspire:Store:Path"] ??= folder.Root;
        _host.Services.AddSingleton(folder);
        _host.Services.AddSingleton(new KeptSecrets(folder));
        OrchestratorLoader.AddTo(_host.Services);
    }

    /// <inheritdoc/>
    public ConfigurationManager Configuration => _host.Configuration;

    /// <inheritdoc/>
    public string AppHostDirectory { get; }

    /// <inheritdoc/>
    public Assembly? AppHostAssembly { get; }

    /// <inheritdoc/>
    public IHostEnvironment Environment => _host.Environment;

    /// <inheritdoc/>
    public IServiceCollection Services => _host.Services;

    /// <inheritdoc/>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    /// <inheritdoc/>
    public IResourceCollection Resources { get; } = new ResourceCollection();

    /// <inheritdoc/>
    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"A resource named '{resource.Name}' exists already.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc/>
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new DistributedApplicationResourceBuilder<T>(this, resource);

    /// <inheritdoc/>
    public DistributedApplication Build() => new(_host.Build());
}

sealed class DistributedApplicationResourceBuilder<T>(IDistributedApplicationBuilder builder, T resource) : IResourceBuilder<T> where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder { get; } = builder;

    public T Resource { get; } = resource;

    public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior)
        where TAnnotation : IResourceAnnotation
    {
        if (behavior == ResourceAnnotationMutationBehavior.Replace)
            foreach (var earlier in Resource.Annotations.OfType<TAnnotation>().ToArray())
                Resource.Annotations.Remove(earlier);
        Resource.Annotations.Add(annotation);
        return this;
    }
}
