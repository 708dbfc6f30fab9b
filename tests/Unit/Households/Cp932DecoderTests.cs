using Tsunagu.Households.Domain;
using Tsunagu.Households.Parsing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class Cp932DecoderTests
{
    [Theory]
    [InlineData("EEE0", "髙")]
    [InlineData("FBFC", "髙")]
    [InlineData("ED95", "﨑")]
    [InlineData("FAB1", "﨑")]
    [InlineData("8740", "①")]
    [InlineData("8160817C", "～－")]
    [InlineData("8145", "・")]
    [InlineData("B6DE41", "ｶﾞA")]
    public void Bytes_OfEitherForm_AreDecoded(string hex, string expected) => Assert.Equal(expected, Decode(hex));

    [Theory]
    [InlineData("FCFC2C", ",")]
    [InlineData("85402C", ",")]
    [InlineData("812C41", ",A")]
    [InlineData("80A0FD41", "A")]
    [InlineData("4181", "")]
    public void Bytes_WithoutMeaning_AreToldApartAndSwallowNothing(string hex, string rest)
    {
        var text = Decode(hex);
        Assert.Contains(SourceDecoder.Invalid, text);
        Assert.DoesNotContain('・', text);
        Assert.EndsWith(rest, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F040", '\uE000')]
    [InlineData("F9FC", '\uE757')]
    public void Gaiji_KeepsItsCodeAndShowsAsGeta(string hex, char code)
    {
        var text = Decode(hex);
        Assert.Equal(code.ToString(), text);
        Assert.Equal("〓", Glyphs.Display(text));
        Assert.True(Glyphs.Incomplete(text));
    }

    [Fact]
    public void Pair_CutBetweenTwoPieces_IsOneCharacter()
    {
        var decoder = new Cp932Decoder();
        var chars = new char[4];
        var first = decoder.Decode([0xEE], chars, last: false);
        var second = decoder.Decode([0xE0], chars.AsSpan(first), last: true);
        Assert.Equal("髙", new string(chars, 0, first + second));
    }

    static string Decode(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        var decoder = new Cp932Decoder();
        var chars = new char[decoder.MostChars(bytes.Length)];
        return new string(chars, 0, decoder.Decode(bytes, chars, last: true));
    }
}
