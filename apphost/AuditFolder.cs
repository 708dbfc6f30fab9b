using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

namespace Tsunagu.AppHost;

/// <summary>The key that signs the audit's checkpoints, and the folder they are copied to, beside the data. Made when the first service starts.</summary>
sealed class AuditFolder(string data, string copies)
{
    const UnixFileMode OwnerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    readonly Lock gate = new();

    /// <summary>That of this host's data.</summary>
    public static AuditFolder Of(IDistributedApplicationBuilder builder) => new(
        builder.Configuration["Aspire:Store:Path"] ?? Path.Combine(builder.AppHostDirectory, ".data"),
        builder.Configuration.GetConnectionString("postgres") is { } server ? $"checkpoints-{NameOf(server)}" : "checkpoints");

    /// <summary>File with the private key; made once, for its owner alone.</summary>
    public string SigningKey()
    {
        lock (gate)
        {
            var path = Path.Combine(data, "audit-key.pem");
            if (File.Exists(path))
                return path;
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            // Written beside and renamed: half a key would keep every service from starting.
            var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                create.UnixCreateMode = OwnerReads;
            using (var writer = new StreamWriter(path + ".new", create))
                writer.Write(key.ExportPkcs8PrivateKeyPem());
            File.Move(path + ".new", path);
            return path;
        }
    }

    /// <summary>Folder of the copies.</summary>
    public string Checkpoints() => Directory.CreateDirectory(Path.Combine(data, copies)).FullName;

    // Another server has other logs, which would contradict the copies of the ones here.
    static string NameOf(string server)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = server };
        var address = $"{Part("Host") ?? Part("Server")}:{Part("Port")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..8];

        string? Part(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
    }
}
