using Tsunagu.Households.Searching;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Searching;

public sealed class AddressFormTests
{
    [Theory]
    [InlineData("野分町３丁目37番12号", "野分町3-37-12")]
    [InlineData("野分町三丁目37番地12", "野分町３－３７－１２")]
    [InlineData("大字八重垣1686番地の1", "八重垣1686-1")]
    [InlineData("緑が丘２丁目４番", "緑ヶ丘2-4")]
    [InlineData("港町5番地　メゾン夕凪　404号室", "港町5 メゾン夕凪404")]
    [InlineData("澤町十二番地", "沢町12番地")]
    [InlineData("寮①号棟810", "寮1号棟 810号室")]
    public void Writings_OfOneAddress_ShareTheirParts(string one, string other) => Assert.Equal(AddressForm.Of(one), AddressForm.Of(other));

    [Theory]
    [InlineData("港町5-1", "港町51")]
    [InlineData("港町5", "湊町5")]
    public void OtherAddresses_HaveOtherParts(string one, string other) => Assert.NotEqual(AddressForm.Of(one), AddressForm.Of(other));

    [Theory]
    [InlineData("常盤県汐見野市野分町3-37", "野分町3-37")]
    [InlineData("汐見野市　野分町3-37", "野分町3-37")]
    [InlineData("東京都千代田区港町1", "港町1")]
    public void PrefectureAndCity_AreAlsoLeftOut(string asked, string rest) => Assert.Contains(AddressForm.AsAsked(asked), parts => parts.SequenceEqual(AddressForm.Of(rest)));

    [Theory]
    [InlineData("野分町3-37-12", 1000, 0)]
    [InlineData("野分町3-37", 920, 0)]
    [InlineData("メゾン夕凪", 820, 0)]
    [InlineData("夕凪404", 820, 0)]
    [InlineData("野分町 夕凪", 720, 0)]
    [InlineData("野分町3-36-12", 450, 1)]
    [InlineData("野わ町3-37", 450, 1)]
    public void Part_FitsByHowMuchOfItIsThere(string asked, int points, int errors)
    {
        var address = AddressForm.Of(asked == "野分町3-37-12" ? "野分町３丁目37番12号" : "野分町３丁目37番12号　メゾン夕凪　404号室");
        Assert.Equal(new Fit(points, errors), AddressMatch.Of([AddressForm.Of(asked)], address, []));
    }

    [Theory]
    [InlineData("野分町3-38-13")]
    [InlineData("野分町37-3")]
    [InlineData("港町3-37-12")]
    public void TwoErrors_DoNotFit(string asked) => Assert.Null(AddressMatch.Of([AddressForm.Of(asked)], AddressForm.Of("野分町３丁目37番12号"), []));
}
