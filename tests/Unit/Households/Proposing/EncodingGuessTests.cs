using System.Text;
using Tsunagu.Households.Proposing;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Proposing;

public sealed class EncodingGuessTests
{
    const string Text = "宛名番号,氏名,カナ,住所\r\n000000000000012,髙木　一郎,ﾀｶｷﾞ ｲﾁﾛｳ,浜町３丁目１番\r\n000000000000029,宮﨑　①子,ﾐﾔｻﾞｷ,台東\r\n";

    [Theory]
    [InlineData("shift_jis", "cp932")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("euc-jp", "euc-jp")]
    public void Encoding_WithoutMark_IsToldByItsBytes(string codec, string expected) =>
        Assert.Equal((expected, false, Certainty.Certain), Facts(EncodingGuess.Of(Bytes(codec, Text))));

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    public void ByteOrderMark_SaysIt(string codec, string expected) =>
        Assert.Equal((expected, true, Certainty.Certain), Facts(EncodingGuess.Of([.. Encoding.GetEncoding(codec).GetPreamble(), .. Bytes(codec, "a,b\n")])));

    [Fact]
    public void BothFormsOfAGlyph_AndPrivateGlyphs_AreCodePage932() =>
        Assert.Equal(("cp932", false, Certainty.Certain), Facts(EncodingGuess.Of([.. Bytes("shift_jis", Text), 0xEE, 0xE0, 0xED, 0x95, 0xF0, 0x40, 0xF9, 0xFC])));

    [Fact]
    public void AFewBrokenBytes_AreCountedAndTolerated()
    {
        var guess = EncodingGuess.Of([.. Bytes("shift_jis", string.Concat(Enumerable.Repeat(Text, 20))), 0xFF, 0x41, 0xFD]);
        Assert.Equal(("cp932", Certainty.Certain, 2), (guess.Encoding, guess.Certainty, guess.Invalid));
    }

    [Fact]
    public void Ascii_IsToldByNothing_AndStillAnswered() =>
        Assert.Equal(("cp932", Certainty.Unsure, false), (EncodingGuess.Of("1,2\r\n3,4\r\n"u8) is var g ? g.Encoding : "", g.Certainty, g.Told));

    [Fact]
    public void Garbage_IsNeverACertainAnswer()
    {
        var bytes = new byte[4096];
        Seed.NewRandom().NextBytes(bytes);
        Assert.Equal(Certainty.Unsure, EncodingGuess.Of(bytes).Certainty);
    }

    static byte[] Bytes(string codec, string text) => (CodePagesEncodingProvider.Instance.GetEncoding(codec) ?? Encoding.GetEncoding(codec)).GetBytes(text);

    static (string, bool, Certainty) Facts(EncodingGuess guess) => (guess.Encoding, guess.ByteOrderMark, guess.Certainty);
}
