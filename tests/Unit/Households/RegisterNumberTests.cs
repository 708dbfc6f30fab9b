using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RegisterNumberTests
{
    [Theory]
    [InlineData("000000026300221")]
    [InlineData("26300221")]
    [InlineData(" ２６３００２２１ ")]
    [InlineData("00000000000026300221")]
    public void Number_InAnyForm_GetsItsFifteenDigits(string text)
    {
        Assert.True(RegisterNumber.TryNormalize(text, out var number));
        Assert.Equal("000000026300221", number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("12-34")]
    [InlineData("2.63E+07")]
    [InlineData("1234567890123456")]
    public void Text_ThatIsNoNumber_IsRefused(string text) => Assert.False(RegisterNumber.TryNormalize(text, out _));
}
