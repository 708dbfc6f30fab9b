using Tsunagu.Households.Linking;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Linking;

public sealed class AddressFormTests
{
    [Theory]
    [InlineData("緑台１丁目2番3号", "緑台1-2-3")]
    [InlineData("緑台１丁目2番3号", "架空県見本市緑台一丁目二番三号")]
    [InlineData("緑台１丁目2番3号", "見本市緑台１－２－３")]
    [InlineData("緑台１丁目2番3号", "緑台1丁目2-3")]
    [InlineData("緑台１丁目2番3号", "緑台 1丁目 2番 3号")]
    [InlineData("緑台１丁目2番3号", "緑台1丁目2番地3")]
    [InlineData("緑台１丁目12番26号", "緑台一－十二－二十六")]
    [InlineData("大字北原2857番地の1", "北原2857-1")]
    [InlineData("大字北原361番地", "北原361")]
    [InlineData("一番町3番5号", "一番町3-5")]
    [InlineData("北1条西２丁目3番4号", "北1条西2-3-4")]
    [InlineData("緑台１丁目2番3号　コーポ緑　405号室", "緑台1-2-3-405")]
    [InlineData("緑台１丁目2番3号　コーポ緑　405号室", "緑台1丁目2番3号 405")]
    [InlineData("緑町2番3号　コーポ緑　405号室", "緑町2-3-405")]
    [InlineData("千歳台21番1号", "千歳台21-1")]
    public void OneAddress_InTwoNotations_IsTheSame(string registered, string noted) => Assert.Equal(LinkLevels.Exact, Level(noted, registered));

    [Theory]
    [InlineData("緑台1丁目2番3号　第２ハイツ", "緑台1-2-3 304", LinkLevels.Building)]
    [InlineData("緑台1丁目2番3号　コーポ緑　405号室", "緑台1-2-3", LinkLevels.Building)]
    [InlineData("緑台1丁目2番3号　コーポ緑　405号室", "緑台1-2-3 404", LinkLevels.OtherRoom)]
    [InlineData("緑台1丁目2番3号", "緑台1-2-4", LinkLevels.Town)]
    [InlineData("緑台1丁目2番3号", "緑台2-2-3", LinkLevels.Different)]
    [InlineData("緑台1丁目2番3号", "東緑台1-2-3", LinkLevels.Different)]
    [InlineData("緑台1丁目2番3号", "緑町1-2-3", LinkLevels.Different)]
    public void OtherAddress_IsAsFarAwayAsItIs(string registered, string noted, string level) => Assert.Equal(level, Level(noted, registered));

    [Theory]
    [InlineData("")]
    [InlineData("　 ")]
    public void Nothing_IsNoAddress(string text) => Assert.Null(AddressForm.Of(text));

    static string Level(string noted, string registered) =>
        (AddressForm.Of(noted) ?? throw new InvalidOperationException(noted)).LevelOf(
            AddressForm.Of(registered) ?? throw new InvalidOperationException(registered));
}
