using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.PostgreSQL;

/// <summary>The data of a server run by this machine's binaries.</summary>
sealed class PostgresCluster(ServerSite site, ServiceUser user)
{
    /// <summary>Messages in English, wherever the host runs.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" };

    public string DataPath => Path.Combine(site.Folder, "data");

    string VersionFile => Path.Combine(DataPath, "PG_VERSION");

    /// <summary>The version that wrote the data; the newest for fresh data.</summary>
    /// <exception cref="DistributedApplicationException">The version that wrote the data is not installed any more.</exception>
    public async Task<PostgresBinaries> ChooseAsync(IReadOnlyList<PostgresBinaries> installed, CancellationToken cancellationToken)
    {
        if (!File.Exists(VersionFile))
            return installed is [var newest, ..] ? newest : throw new DistributedApplicationException("PostgreSQL has left this machine.");
        var written = (await File.ReadAllTextAsync(VersionFile, cancellationToken)).Trim();
        return installed.FirstOrDefault(binaries => binaries.Major.ToString(CultureInfo.InvariantCulture) == written)
            ?? throw new DistributedApplicationException($"The data in {DataPath} was written by PostgreSQL {written}, which is not installed. Run 'sudo apt-get install postgresql-{written}' or remove the folder.");
    }

    /// <summary>Makes the cluster unless there is one, and clears what a killed server left.</summary>
    public async Task EnsureAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        await user.MakeFolderAsync(site.Folder, cancellationToken);
        if (File.Exists(VersionFile))
            await ClearStaleLockAsync(cancellationToken);
        else
            await CreateAsync(binaries, cancellationToken);
    }

    async Task CreateAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        // Made beside and renamed: an interrupted initdb leaves nothing that looks like a cluster.
        var draft = DataPath + ".new";
        var password = Path.Combine(site.Folder, "password");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        await user.WriteAsync(password, site.Password, cancellationToken);
        try
        {
            await Tool.RunAsync(user.Run([binaries["initdb"], "-D", draft, "--username", site.UserName, "--pwfile", password,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", .. (string[])(site.IsEphemeral ? ["--no-sync"] : [])]), Environment, cancellationToken, site.Log);
        }
        finally
        {
            File.Delete(password);
        }
        Directory.Move(draft, DataPath);
    }

    /// <summary>
    /// A process id in the lock file may by now belong to a stranger, which PostgreSQL would take for a running server. And processes of a killed server go on
    /// with the statement they are in: as long as one does, no new server starts on the data.
    /// </summary>
    async Task ClearStaleLockAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(DataPath, "postmaster.pid");
        if (!File.Exists(path))
            return;
        var holder = int.Parse((await File.ReadAllLinesAsync(path, cancellationToken))[0], CultureInfo.InvariantCulture);
        if (ProcessTable.CommandLine(holder).Contains(DataPath))
            return;
        foreach (var orphan in ProcessTable.WorkingIn(DataPath))
            await EndAsync(orphan, cancellationToken);
        File.Delete(path);
    }

    static async Task EndAsync(int orphan, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(orphan);
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }
}
