using System.Security.Cryptography;
using System.Text;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Records;

public sealed class FileIntakeTests
{
    [Fact]
    public void Pdf_IsKeptAsItIs()
    {
        byte[] pdf = [.. "%PDF-1.7\n"u8, 0, 1, 2, 0xFF, .. "\n%%EOF"u8];
        Assert.Equal(pdf, Taken.InPieces(pdf, _ => 2));
    }

    [Theory]
    [InlineData("覚え書き\r\n\t二行目\f𠮷")]
    [InlineData("\uFEFF見出し")]
    [InlineData("a")]
    [InlineData("<html><script>alert(1)</script>")]
    public void Text_IsKeptAsItIsHoweverItIsCut(string text)
    {
        var file = Encoding.UTF8.GetBytes(text);
        foreach (var size in Enumerable.Range(1, file.Length))
            Assert.Equal(file, Taken.InPieces(file, _ => size));
    }

    public static TheoryData<string, byte[]> Refused() => new()
    {
        { "CP932", [0x8A, 0x6F, 0x82, 0xA6] },
        { "HEIC", [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0] },
        { "ZIP", [.. "PK"u8, 3, 4, 20, 0, 0, 0, 8, 0] },
        { "GIF", [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0] },
        { "program", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "cut letter", [.. "覚"u8[..2]] },
        { "NUL in the middle", [.. "long enough for a head"u8, 0, .. "and on"u8] },
        { "escape", [0x1B, .. "[31mred"u8] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void OtherKinds_AreRefusedWhateverTheyAreCalled(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        Refusals.AssertRefused(RefusalKind.Invalid, "FILE_KIND_REFUSED", () => Taken.Whole(file));
    }

    [Fact]
    public void LargeText_IsLookedAtToItsEnd()
    {
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("見守り𠮷野", 5_000)));
        Assert.Equal(file, Taken.Whole(file));
        file[^1] = 0;
        Refusals.AssertRefused(RefusalKind.Invalid, "FILE_KIND_REFUSED", () => Taken.Whole(file));
    }

    [Fact]
    public void NothingAtAll_IsRefused()
    {
        using var intake = new FileIntake(10);
        Refusals.AssertRefused(RefusalKind.Invalid, "FILE_EMPTY", () => intake.Complete());
    }

    [Fact]
    public void ByteAboveTheLimit_IsRefusedBeforeTheRestComes()
    {
        using var intake = new FileIntake(10);
        _ = intake.Push("1234567890"u8);
        Refusals.AssertRefused(RefusalKind.Exhausted, "FILE_TOO_LARGE", () => intake.Push("1"u8));
    }

    [Fact]
    public void Hashes_AreOfWhatCameAndOfWhatIsKept()
    {
        var photo = MadeUpJpeg.Whole(1);
        using var intake = new FileIntake(photo.Length);
        _ = intake.Push(photo);
        _ = intake.Complete();
        Assert.Equal(FileKind.Jpeg, intake.Kind);
        Assert.Equal(MadeUpJpeg.Kept(1).Length, intake.KeptBytes);
        Assert.Equal(SHA256.HashData(photo), intake.ReceivedHash());
        Assert.Equal(SHA256.HashData(MadeUpJpeg.Kept(1)), intake.KeptHash());
    }

    [Fact]
    public void Choices_HaveTheNumbersOfTheContract()
    {
        EnumNumbers.AssertSame<RecordVisibility, Contracts.Households.V1.RecordVisibility>();
        EnumNumbers.AssertSame<FileMetadata, Contracts.Households.V1.FileMetadata>();
    }
}
