using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>Installs a server with apt-get, without letting the package start it or make a cluster of its own.</summary>
static class DebianInstaller
{
    const string ServicePolicy = "/usr/sbin/policy-rc.d";
    const string ClusterPolicy = "/etc/postgresql-common/createcluster.d/app-host.conf";
    const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    static readonly SemaphoreSlim Gate = new(1, 1);
    static readonly Dictionary<string, string> Quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive", ["LC_ALL"] = "C" };

    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version") && File.Exists("/usr/bin/apt-get");

    public static async Task InstallAsync(string package, Action<string> log, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        // Exit code 101 is how policy-rc.d forbids a package to start its service.
        using var services = new TemporaryFile(ServicePolicy, "#!/bin/sh\nexit 101\n", Executable);
        using var clusters = new TemporaryFile(ClusterPolicy, "create_main_cluster = false\n", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        try
        {
            string[] install = ["apt-get", "install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", package];
            if ((await Tool.TryRunAsync(install, Quiet, cancellationToken, log)).Code == 0)
                return;
            // The package lists may be absent or old.
            await Tool.TryRunAsync(["apt-get", "update"], Quiet, cancellationToken, log);
            await Tool.RunAsync(install, Quiet, cancellationToken, log);
        }
        finally
        {
            Gate.Release();
        }
    }
}
