using System.Security.Cryptography;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Signs checkpoints as C2SP <c>signed-note</c> with signatures of type 0x02, ECDSA over P-256 and SHA-256.</summary>
sealed class CheckpointKey : IDisposable
{
    const string P256 = "1.2.840.10045.3.1.7";
    readonly ECDsa key;
    readonly Lock gate = new();
    readonly byte[] id;
    (string Text, string Note) last;

    CheckpointKey(ECDsa key)
    {
        this.key = key;
        id = SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..4];
    }

    /// <summary>Key id of the signed note: the first four bytes of the public key's SHA-256, in lower-case hexadecimal.</summary>
    public string Id => Convert.ToHexStringLower(id);

    /// <summary>The public key in PEM form, for verifiers.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Reads the key of a file.</summary>
    /// <exception cref="BootException">The file cannot be read, or holds no private P-256 key.</exception>
    public static CheckpointKey Load(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == P256)
                return new(key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new BootException($"Audit:SigningKey is not a private key in PEM form ({e.GetType().Name}): {path}");
        }

        key.Dispose();
        throw new BootException($"Audit:SigningKey is not a key of the curve P-256: {path}");
    }

    /// <summary>The note: the text, an empty line, the signature. Signatures of this kind differ each time; who asks for the same state again gets the same note.</summary>
    public string Sign(Checkpoint checkpoint)
    {
        var text = checkpoint.Text;
        // A key is not made for several calls at once.
        lock (gate)
        {
            if (last.Text != text)
            {
                var signature = key.SignData(System.Text.Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
                last = (text, $"{text}\n— {checkpoint.Origin} {Convert.ToBase64String([.. id, .. signature])}\n");
            }

            return last.Note;
        }
    }

    public void Dispose() => key.Dispose();
}
