using System.Text;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Records;

public sealed class JpegFilterTests
{
    [Theory]
    [InlineData((byte)1, true)]
    [InlineData((byte)6, true)]
    [InlineData((byte)8, false)]
    [InlineData((byte)9, true)]
    public void Photo_KeepsItsPictureAndWhichWayUpItIs_AndNothingElse(byte orientation, bool littleEndian)
    {
        var kept = Taken.Whole(MadeUpJpeg.Whole(orientation, littleEndian));
        Assert.Equal(MadeUpJpeg.Kept(orientation <= 8 ? orientation : (byte)1), kept);
        Assert.DoesNotContain(MadeUpJpeg.Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_IsTheSameHoweverItIsCut()
    {
        var (photo, random) = (MadeUpJpeg.Whole(3), Seed.NewRandom());
        for (var i = 0; i < 50; i++)
            Assert.Equal(MadeUpJpeg.Kept(3), Taken.InPieces(photo, _ => random.Next(1, 1 + i)));
    }

    [Fact]
    public void CleanPhoto_StaysAsItIs() => Assert.Equal(MadeUpJpeg.Kept(5), Taken.Whole(MadeUpJpeg.Kept(5)));

    [Fact]
    public void PhotoThatIsCutOff_IsBroken()
    {
        var photo = MadeUpJpeg.Kept(1);
        foreach (var length in Enumerable.Range(3, photo.Length - 3))
            AssertBroken(photo[..length]);
    }

    public static TheoryData<string, byte[]> Unsound() => new()
    {
        { "no frame", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "scan without frame", [0xFF, 0xD8, .. MadeUpJpeg.Scan, 0xFF, 0xD9] },
        { "no marker", [0xFF, 0xD8, 0xFF, 0xDB, 0, 2, 0x00, 0xFF, 0xD9] },
        { "length below two", [0xFF, 0xD8, 0xFF, 0xDB, 0, 1] },
        { "second start", [0xFF, 0xD8, 0xFF, 0xD8, .. MadeUpJpeg.Frame, .. MadeUpJpeg.Scan, 0xFF, 0xD9] },
        { "restart between segments", [0xFF, 0xD8, 0xFF, 0xD0, .. MadeUpJpeg.Frame, .. MadeUpJpeg.Scan, 0xFF, 0xD9] },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void UnsoundStructure_IsBroken(string what, byte[] photo)
    {
        Assert.NotEmpty(what);
        AssertBroken(photo);
    }

    [Fact]
    public void AnyBytesAtAll_AreTakenOrRefused_AndNeverFail()
    {
        var random = Seed.NewRandom();
        for (var i = 0; i < 300; i++)
        {
            var photo = MadeUpJpeg.Whole((byte)random.Next(0, 10), random.Next(2) == 0);
            for (var slips = random.Next(1, 6); slips > 0; slips--)
                photo[random.Next(3, photo.Length)] = (byte)random.Next(256);
            try
            {
                _ = Taken.InPieces(photo, _ => random.Next(1, 40));
            }
            catch (Refusal refusal)
            {
                Assert.Equal("FILE_BROKEN", refusal.Code);
            }
        }
    }

    static void AssertBroken(byte[] photo) => Refusals.AssertRefused(RefusalKind.Invalid, "FILE_BROKEN", () => Taken.Whole(photo));
}
