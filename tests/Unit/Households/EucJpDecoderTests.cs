using Tsunagu.Households.Parsing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class EucJpDecoderTests
{
    [Theory]
    [InlineData("B0B8CCBEC8D6B9E6", "宛名番号")]
    [InlineData("8EB68EDE", "ｶﾞ")]
    [InlineData("ADA1", "①")]
    [InlineData("FCE2", "髙")]
    [InlineData("8FB0A1", "〓")]
    [InlineData("F5A1", "\uE000")]
    [InlineData("B0B82C41", "宛,A")]
    public void Bytes_AreDecoded(string hex, string expected) => Assert.Equal(expected, Decode(hex));

    [Theory]
    [InlineData("B02C41", ",A")]
    [InlineData("8FB02C", ",")]
    [InlineData("80A0FF41", "A")]
    [InlineData("41B0", "A")]
    public void Bytes_WithoutMeaning_AreToldApartAndSwallowNothing(string hex, string rest)
    {
        var text = Decode(hex);
        Assert.Contains(SourceDecoder.Invalid, text);
        Assert.Contains(rest, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pair_CutBetweenTwoPieces_IsOneCharacter()
    {
        var decoder = new EucJpDecoder();
        var chars = new char[4];
        var first = decoder.Decode([0xB0], chars, last: false);
        Assert.Equal("宛", new string(chars, 0, first + decoder.Decode([0xB8], chars.AsSpan(first), last: true)));
    }

    static string Decode(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        var decoder = new EucJpDecoder();
        var chars = new char[decoder.MostChars(bytes.Length)];
        return new string(chars, 0, decoder.Decode(bytes, chars, last: true));
    }
}
