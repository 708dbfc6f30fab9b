using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Running;

/// <summary>Says how to start the processes of a project.</summary>
sealed class ProjectRunner(HostSettings settings, DistributedApplicationExecutionContext execution, Func<Uri?> otlp)
{
    /// <summary>The ports the processes listen on, endpoint by endpoint: with one replica the endpoint's own, with more a port each behind a proxy.</summary>
    public static IReadOnlyList<Dictionary<string, int>> TargetPorts(ProjectResource project)
    {
        var replicas = project.GetReplicaCount();
        return
        [
            .. Enumerable.Range(0, replicas).Select(_ => project.GetEndpoints().ToDictionary(
                endpoint => endpoint.EndpointName,
                endpoint => replicas == 1 ? endpoint.EndpointAnnotation.TargetPort ?? endpoint.Port : Ports.Free(),
                StringComparer.OrdinalIgnoreCase)),
        ];
    }

    public async Task<LaunchPlan> PlanAsync(ProjectResource project, string instance, Dictionary<string, int> ports, CancellationToken cancellationToken)
    {
        var metadata = project.TryGetLastAnnotation<IProjectMetadata>(out var found) ? found : throw new DistributedApplicationException($"'{project.Name}' has no project.");
        if (!settings.Assemblies.TryGetValue(metadata.ProjectPath, out var assembly) || !File.Exists(assembly))
            throw new DistributedApplicationException($"'{project.Name}' is not built. Run 'dotnet build {settings.AppHostDirectory}'.");

        var context = new EnvironmentCallbackContext(execution, project, cancellationToken: cancellationToken);
        ProjectEnvironment.Add(context.EnvironmentVariables, settings.Environment);
        foreach (var callback in project.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await callback.Callback(context);
        AddPorts(context.EnvironmentVariables, project, ports);
        if (otlp() is { } collector)
            ProjectEnvironment.AddTelemetry(context.EnvironmentVariables, project.Name, instance, collector, settings.Environment == "Development");
        return new LaunchPlan(
            [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", assembly],
            Path.GetDirectoryName(metadata.ProjectPath)!,
            await ResolveAsync(context.EnvironmentVariables, cancellationToken));
    }

    static void AddPorts(Dictionary<string, object> variables, ProjectResource project, Dictionary<string, int> ports)
    {
        var endpoints = project.Annotations.OfType<EndpointAnnotation>().ToArray();
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.TargetPortEnvironmentVariable is not null))
            variables[endpoint.TargetPortEnvironmentVariable!] = ports[endpoint.Name].ToString(CultureInfo.InvariantCulture);
        var urls = endpoints.Where(endpoint => endpoint.TargetPortEnvironmentVariable is null && endpoint.UriScheme == "http")
            .Select(endpoint => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{ports[endpoint.Name]}")).ToArray();
        // Empty rather than absent: the host's own variable names the dashboard.
        variables["ASPNETCORE_URLS"] = string.Join(';', urls);
    }

    static async Task<IReadOnlyDictionary<string, string>> ResolveAsync(Dictionary<string, object> variables, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            if ((value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : value.ToString()) is { } text)
                resolved[name] = text;
        return resolved;
    }
}
