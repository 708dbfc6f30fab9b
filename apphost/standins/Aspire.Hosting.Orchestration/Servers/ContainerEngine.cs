using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>Runs servers with docker or podman, through their command line.</summary>
sealed class ContainerEngine(string program)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Program => program;

    /// <summary>The first engine that answers, or null.</summary>
    public static async Task<ContainerEngine?> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var program in (string[])["docker", "podman"])
            if (Tool.SearchPath().Any(folder => File.Exists(Path.Combine(folder, program))) && await AnswersAsync(program, cancellationToken))
                return new ContainerEngine(program);
        return null;
    }

    /// <summary>Whether the image is here, fetched if need be.</summary>
    public async Task<bool> HasImageAsync(string image, Action<string> log, CancellationToken cancellationToken)
    {
        var (missing, _) = await Tool.TryRunAsync([program, "image", "inspect", image], null, cancellationToken);
        return missing == 0 || (await Tool.TryRunAsync([program, "pull", image], null, cancellationToken, log)).Code == 0;
    }

    public static string Image(IResource resource) => resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image)
        ? $"{(image.Registry is null ? "" : image.Registry + "/")}{image.Image}:{image.Tag ?? "latest"}"
        : throw new DistributedApplicationException($"'{resource.Name}' has no image.");

    /// <summary>Removes a container a killed host may have left, and says how to run a new one.</summary>
    public async Task<LaunchPlan> PrepareAsync(IResource resource, ServerKind kind, ServerSite site, CancellationToken cancellationToken)
    {
        await Tool.TryRunAsync([program, "rm", "--force", site.ContainerName], null, cancellationToken);
        var environment = kind.ContainerEnvironment(site);
        // Values travel in the environment of the client: arguments can be read by every user of the machine.
        string[] variables = [.. environment.Keys.SelectMany(name => (string[])["--env", name])];
        var volume = resource.TryGetLastAnnotation<DataVolumeAnnotation>(out var named) ? named.Name : $"{site.ContainerName}-data";
        string[] data = site.IsEphemeral ? [] : ["--volume", $"{volume}:{kind.ContainerDataPath}"];
        return new LaunchPlan(
            [program, "run", "--rm", "--name", site.ContainerName, "--hostname", site.Name, "--publish", $"127.0.0.1:{site.Port}:{kind.ContainerPort}", .. data, .. variables, Image(resource)],
            "/", environment)
        {
            StopSignal = kind.StopSignal,
            GraceSeconds = 20,
            Cleanup = $"{program} rm --force --volumes {site.ContainerName}",
        };
    }

    static async Task<bool> AnswersAsync(string program, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return (await Tool.TryRunAsync([program, "info"], null, patience.Token)) is (0, var output) && !output.Contains("Cannot connect", StringComparison.Ordinal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
