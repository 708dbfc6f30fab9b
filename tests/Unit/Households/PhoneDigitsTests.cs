using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class PhoneDigitsTests
{
    [Theory]
    [InlineData("04-2900-0000", "0429000000")]
    [InlineData("（０４）２９００‐００００", "0429000000")]
    [InlineData("+81 4-2900-0000", "0429000000")]
    [InlineData("+81 (0)4 2900 0000", "0429000000")]
    [InlineData("81-2900", "812900")]
    [InlineData("なし", "")]
    public void Writings_OfOneNumber_ShareItsDigits(string text, string digits) => Assert.Equal(digits, PhoneDigits.Of(text));
}
