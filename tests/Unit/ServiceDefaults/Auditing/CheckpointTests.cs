using System.Security.Cryptography;
using System.Text;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Auditing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Auditing;

public sealed class CheckpointTests : IDisposable
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("audit");

    [Fact]
    public void Text_IsThatOfTheSpecificationsExample() => Assert.Equal(
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        new Checkpoint("example.com/behind-the-sofa", 20852163, Convert.FromBase64String("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")).Text);

    [Fact]
    public void SignedNote_IsSignedByTheKeyThatItNames()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = CheckpointKey.Load(Kept(ecdsa));
        var checkpoint = new Checkpoint("city.example/referral", 7, MerkleHash.Empty);

        var lines = key.Sign(checkpoint).Split('\n');

        Assert.Equal(["", ""], [lines[3], lines[5]]);
        Assert.StartsWith("— city.example/referral ", lines[4], StringComparison.Ordinal);
        var signature = Convert.FromBase64String(lines[4].Split(' ')[2]);
        Assert.Equal(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo())[..4], signature[..4]);
        Assert.True(ecdsa.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Text), signature[4..], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void SameState_IsGivenTheSameNote_AndAnotherStateItsOwn()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = CheckpointKey.Load(Kept(ecdsa));
        var note = key.Sign(new("o/s", 12, MerkleHash.Empty));

        Assert.Equal(note, key.Sign(new("o/s", 12, MerkleHash.Empty)));
        Assert.NotEqual(note, key.Sign(new("o/s", 13, MerkleHash.Empty)));
        Assert.Equal("o/s\n13", string.Join('\n', key.Sign(new("o/s", 13, MerkleHash.Empty)).Split('\n')[..2]));
    }

    [Fact]
    public void Note_IsReadBack()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = CheckpointKey.Load(Kept(ecdsa));

        var read = Checkpoint.Parse(key.Sign(new("o/s", 12, MerkleHash.Empty)))!;

        Assert.Equal(("o/s", 12L, Convert.ToHexString(MerkleHash.Empty)), (read.Origin, read.Size, Convert.ToHexString(read.Root)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("o/s\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("o/s\n1\nCsUYapGGPo4=\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("o/s\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    public void OtherText_IsNoCheckpoint(string text) => Assert.Null(Checkpoint.Parse(text));

    [Fact]
    public void KeyThatCannotSign_KeepsTheServiceFromStarting()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var files = new[] { Kept(other), File("public.pem", ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportSubjectPublicKeyInfoPem()), File("text.pem", "x"), "/nowhere/key.pem" };

        Assert.All(files, file => Assert.Contains("Audit:SigningKey", Assert.Throws<BootException>(() => CheckpointKey.Load(file)).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tsunagu.city.example.lg.jp", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a+b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\u3000b", false)]
    public void Origin_IsANameOfASignedNote(string origin, bool valid) => Assert.Equal(valid, new AuditOptions { Origin = origin }.HasValidOrigin);

    public void Dispose() => folder.Delete(recursive: true);

    string Kept(ECDsa key) => File("key.pem", key.ExportPkcs8PrivateKeyPem());

    string File(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
