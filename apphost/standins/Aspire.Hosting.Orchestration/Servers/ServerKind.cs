using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>How one kind of server is found and started.</summary>
abstract class ServerKind : IResourceAnnotation
{
    /// <summary>The name of the product.</summary>
    public abstract string Product { get; }

    /// <summary>The Debian package that holds it.</summary>
    public abstract string DebianPackage { get; }

    /// <summary>The user to create in fresh data.</summary>
    public abstract string DefaultUserName { get; }

    /// <summary>The port inside its container.</summary>
    public abstract int ContainerPort { get; }

    /// <summary>Where the image keeps its data.</summary>
    public abstract string ContainerDataPath { get; }

    /// <summary>The signal that makes it end at once and in order.</summary>
    public abstract string StopSignal { get; }

    /// <summary>The password of the server's user.</summary>
    public abstract ValueTask<string?> PasswordAsync(CancellationToken cancellationToken);

    /// <summary>The name of the server's user.</summary>
    public abstract ValueTask<string?> UserNameAsync(CancellationToken cancellationToken);

    /// <summary>Whether this machine has binaries that work.</summary>
    public abstract Task<bool> IsOnMachineAsync(CancellationToken cancellationToken);

    /// <summary>Prepares the data and says how to start the binaries of this machine. Called before each start.</summary>
    public abstract Task<LaunchPlan> PrepareAsync(ServerSite site, CancellationToken cancellationToken);

    /// <summary>The variables that tell the container its user and password.</summary>
    public abstract IReadOnlyDictionary<string, string> ContainerEnvironment(ServerSite site);
}
