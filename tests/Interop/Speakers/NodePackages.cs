using System.Security.Cryptography;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>Installs the packages of the clients at the versions of their lock file.</summary>
public static class NodePackages
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Installs unless the lock file's packages are there already.</summary>
    /// <exception cref="MissingProgramException">There is no Node.js or npm.</exception>
    /// <exception cref="InvalidOperationException">npm failed; the message holds what it said.</exception>
    public static async Task InstallAsync(CancellationToken ct)
    {
        using var turn = await TakeTurnAsync(ct);
        var stamp = ForeignProgram.PathOf("node_modules/.installed");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(ForeignProgram.PathOf("package-lock.json"), ct)));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == wanted)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await using var npm = ForeignProgram.Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]);
        while (await npm.ReadLineAsync(patience.Token) is not null)
        {
        }
        if (await npm.WaitForExitAsync(patience.Token) != 0)
            throw new InvalidOperationException($"npm ci failed: {npm.Errors}");
        await File.WriteAllTextAsync(stamp, wanted, ct);
    }

    /// <summary>Holds other processes back that would install into the same folder.</summary>
    static async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(ForeignProgram.PathOf("../obj"));
        while (true)
        {
            try
            {
                return new FileStream(ForeignProgram.PathOf("../obj/install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, ct);
            }
        }
    }
}
