using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>The signing key, kept so that tokens outlive a restart.</summary>
static class SigningKeyFile
{
    /// <summary>Reads the key, or makes one that only this user can read.</summary>
    /// <exception cref="BootException">The file is no private key.</exception>
    public static ECDsaSecurityKey Open(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new BootException($"DevIssuer:KeyPath is not a private key in PEM form: {path}");
        }

        var security = new ECDsaSecurityKey(key);
        security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        return security;
    }

    static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        // Written aside and moved: a second gateway never reads half a key, and the first file to arrive stays.
        var draft = Path.Combine(directory, $".{Guid.NewGuid():N}.pem");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
