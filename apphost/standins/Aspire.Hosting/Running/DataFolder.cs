using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Where the servers of one checkout keep their data, and the lock that keeps a second host away.</summary>
sealed class DataFolder(IConfiguration configuration, IHostEnvironment environment, string appHostDirectory) : IDisposable
{
    const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    readonly string _random = RandomNumberGenerator.GetHexString(12, lowercase: true);
    FileStream? _lock;

    /// <summary>Whether the data is fresh and removed at the end.</summary>
    public bool IsEphemeral => configuration.GetValue<bool>("ephemeral");

    /// <summary>Distinguishes the checkout, or the run when the data is ephemeral.</summary>
    public string Id => IsEphemeral ? _random : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(appHostDirectory)))[..12];

    /// <summary>The name of the application in folder and container names.</summary>
    public string ApplicationName => environment.ApplicationName.Replace('.', '-').ToLowerInvariant();

    public string Root => configuration["data-directory"] ?? System.IO.Path.Combine(Base(), IsEphemeral ? $"{ApplicationName}-{Id}" : System.IO.Path.Combine(ApplicationName, Id));

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public void Make()
    {
        if (!Directory.Exists(Root))
            Directory.CreateDirectory(Root, Passable);
    }

    /// <summary>Takes the folder for this host.</summary>
    /// <exception cref="DistributedApplicationException">Another host has it, or it cannot be made.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Make();
            _lock = new FileStream(Path("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DistributedApplicationException($"The data folder cannot be used: {denied.Message} Name another with --data-directory.", denied);
        }
        catch (IOException) when (File.Exists(Path("lock")))
        {
            throw new DistributedApplicationException($"Another app host (process {File.ReadAllText(Path("host"))}) runs on {Root}. Stop it, or start this one with --ephemeral.");
        }
        await File.WriteAllTextAsync(Path("host"), System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    public void Dispose()
    {
        if (_lock is null)
            return;
        if (IsEphemeral && Directory.Exists(Root))
            Directory.Delete(Root, recursive: true);
        _lock.Dispose();
        _lock = null;
    }

    string Base() => IsEphemeral ? System.IO.Path.GetTempPath()
        // The users of the servers cannot reach /root.
        : OperatingSystem.IsLinux() && System.Environment.IsPrivilegedProcess ? "/var/lib"
        : System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData, System.Environment.SpecialFolderOption.Create);
}
