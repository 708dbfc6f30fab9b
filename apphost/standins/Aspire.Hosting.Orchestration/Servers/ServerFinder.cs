using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Servers;

/// <summary>Decides where a server comes from.</summary>
sealed partial class ServerFinder(HostSettings settings, ILogger<ServerFinder> logger)
{
    Task<ContainerEngine?>? _engine;

    /// <summary>Outside connection, container engine, this machine's binaries, Debian's packages, in this order.</summary>
    /// <exception cref="DistributedApplicationException">There is none of them; the message names the command to run.</exception>
    public async Task<(ServerSource Source, ContainerEngine? Engine)> FindAsync(IResource resource, ServerKind kind, Action<string> log, CancellationToken cancellationToken)
    {
        if (resource.HasAnnotationOfType<OutsideConnectionAnnotation>())
            return (ServerSource.Outside, null);

        if (settings.ServerSource != "machine" && await EngineAsync(cancellationToken) is { } engine)
        {
            if (await engine.HasImageAsync(ContainerEngine.Image(resource), log, cancellationToken))
                return (ServerSource.Container, engine);
            NoImage(resource.Name, engine.Program, ContainerEngine.Image(resource));
        }

        if (settings.ServerSource == "container")
            throw new DistributedApplicationException($"'{resource.Name}' was asked for as a container, but no container engine has its image.");

        if (DebianInstaller.IsPossible && !await kind.IsOnMachineAsync(cancellationToken))
        {
            Installing(resource.Name, kind.DebianPackage);
            await DebianInstaller.InstallAsync(kind.DebianPackage, log, cancellationToken);
        }

        return await kind.IsOnMachineAsync(cancellationToken)
            ? (ServerSource.Machine, null)
            : throw new DistributedApplicationException(
                $"{kind.Product} for '{resource.Name}' was not found. Run 'sudo apt-get install {kind.DebianPackage}', start a container engine, or set ConnectionStrings__{resource.Name}.");
    }

    async Task<ContainerEngine?> EngineAsync(CancellationToken cancellationToken) => await (_engine ??= ContainerEngine.FindAsync(cancellationToken));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Resource}: installing {Package} with apt-get")]
    partial void Installing(string resource, string package);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Resource}: {Engine} answers but cannot get {Image}")]
    partial void NoImage(string resource, string engine, string image);
}

/// <summary>Where a server comes from.</summary>
enum ServerSource
{
    /// <summary>A connection string was given; nothing is started.</summary>
    Outside,

    /// <summary>A container engine runs it.</summary>
    Container,

    /// <summary>Its own binaries on this machine run it.</summary>
    Machine,
}
