using System.Security.Cryptography;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>What an operator gives to the audit: a key and a folder for copies.</summary>
public sealed class AuditPlace : IDisposable
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("audit");

    /// <summary>Folder of the copies; it is there unless a test takes it away.</summary>
    public DirectoryInfo Copies => new(Path.Combine(folder.FullName, "copies"));

    /// <summary>With the folder made.</summary>
    public AuditPlace() => Copies.Create();

    /// <summary>Makes a key.</summary>
    /// <returns>Files with the private and the public key.</returns>
    public (string Private, string Public) NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = Guid.NewGuid().ToString("N");
        return (Write($"{name}.pem", key.ExportPkcs8PrivateKeyPem()), Write($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem()));
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Settings of a service that looks after its copies each second.</summary>
    /// <param name="key">File with the private key; null for none.</param>
    public (string Key, string? Value)[] Settings(string? key) =>
    [
        ("Audit:SigningKey", key), ("Audit:CheckpointDirectory", Copies.FullName), ("Audit:CheckpointInterval", "00:00:01"), ("Audit:Origin", "probe.test"),
    ];

    public void Dispose() => folder.Delete(recursive: true);
}
