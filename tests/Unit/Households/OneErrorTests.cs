using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class OneErrorTests
{
    [Theory]
    [InlineData("クホタ", "クホク")]
    [InlineData("クホタ", "クタホ")]
    [InlineData("クホタ", "クホ")]
    [InlineData("クホタ", "クホタタ")]
    [InlineData("クホタ", "ホタ")]
    [InlineData("ア", "")]
    public void OneSlip_IsOneError(string one, string other)
    {
        Assert.True(OneError.Between(one, other));
        Assert.True(OneError.Between(other, one));
        Assert.NotEmpty(OneError.Shortened(one).Intersect(OneError.Shortened(other)));
    }

    [Theory]
    [InlineData("クホタ", "クホタ")]
    [InlineData("クホタ", "タホク")]
    [InlineData("クホタ", "クマノ")]
    [InlineData("クホタ", "クホタタシ")]
    public void EqualOrFartherApart_IsNoError(string one, string other) => Assert.False(OneError.Between(one, other));

    [Fact]
    public void Slips_AreAllTextsOneErrorAway()
    {
        var slips = OneError.Slips("aab", "ab").ToHashSet();
        var all = Texts(4).Where(text => OneError.Between("aab", text)).ToHashSet();
        Assert.Equal(all.Order(), slips.Order());
    }

    static IEnumerable<string> Texts(int longest) =>
        longest == 0 ? [""] : Texts(longest - 1).SelectMany(text => text.Length == longest - 1 ? new[] { text, text + "a", text + "b" } : [text]);
}
