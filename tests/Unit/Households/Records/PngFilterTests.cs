using System.Buffers.Binary;
using System.Text;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Records;

public sealed class PngFilterTests
{
    const string Secret = "35.8530N 139.4120E";

    static readonly byte[] Kept =
    [
        .. PngFilter.Signature, .. Chunk("IHDR", 13), .. Chunk("gAMA", 4), .. Chunk("pHYs", 9), .. Chunk("IDAT", 40), .. Chunk("IDAT", 3), .. Chunk("IEND", 0),
    ];

    static readonly byte[] Whole =
    [
        .. PngFilter.Signature, .. Chunk("IHDR", 13), .. Chunk("gAMA", 4), .. Chunk("tEXt", Secret), .. Chunk("pHYs", 9), .. Chunk("eXIf", Secret),
        .. Chunk("tIME", 7), .. Chunk("IDAT", 40), .. Chunk("zTXt", Secret), .. Chunk("IDAT", 3), .. Chunk("iTXt", Secret), .. Chunk("prVt", Secret),
        .. Chunk("IEND", 0), .. Encoding.ASCII.GetBytes(Secret),
    ];

    [Fact]
    public void Picture_KeepsWhatMakesIt_AndNothingElse() => Assert.Equal(Kept, Taken.Whole(Whole));

    [Fact]
    public void Picture_IsTheSameHoweverItIsCut()
    {
        var random = Seed.NewRandom();
        for (var i = 0; i < 50; i++)
            Assert.Equal(Kept, Taken.InPieces(Whole, _ => random.Next(1, 1 + i)));
    }

    [Fact]
    public void PictureThatIsCutOff_IsBroken()
    {
        foreach (var length in Enumerable.Range(8, Kept.Length - 8))
            AssertBroken(Kept[..length]);
    }

    [Fact]
    public void UnsoundStructure_IsBroken()
    {
        AssertBroken([.. PngFilter.Signature, .. Chunk("IDAT", 4), .. Chunk("IEND", 0)]);
        AssertBroken([.. PngFilter.Signature, .. Chunk("IHDR", 13), .. Chunk("ABCD", 4), .. Chunk("IEND", 0)]);
        AssertBroken([.. PngFilter.Signature, .. Chunk("IHDR", 13), .. Chunk("id-t", 4), .. Chunk("IEND", 0)]);
        AssertBroken([.. PngFilter.Signature, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8]);
    }

    static void AssertBroken(byte[] picture) => Refusals.AssertRefused(RefusalKind.Invalid, "FILE_BROKEN", () => Taken.Whole(picture));

    static byte[] Chunk(string type, int length) => Chunk(type, new string('x', length));

    static byte[] Chunk(string type, string content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. Encoding.ASCII.GetBytes(content), 1, 2, 3, 4];
    }
}
