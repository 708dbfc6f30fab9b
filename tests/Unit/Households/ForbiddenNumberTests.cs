using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class ForbiddenNumberTests
{
    [Theory]
    [InlineData("個人番号", nameof(ForbiddenNumber.IndividualNumber))]
    [InlineData("個人番号（マイナンバー）", nameof(ForbiddenNumber.IndividualNumber))]
    [InlineData("住民票コード", nameof(ForbiddenNumber.ResidentRecordCode))]
    [InlineData("住民票 ｺｰﾄﾞ", nameof(ForbiddenNumber.ResidentRecordCode))]
    public void Column_IsKnownByItsHeader(string header, string kind) => Assert.Equal(kind, ForbiddenNumbers.ByHeader(header)?.ToString());

    [Theory]
    [InlineData("個人コード")]
    [InlineData("住民コード")]
    [InlineData("宛名番号")]
    public void Header_OfAnotherNumber_IsLeftAlone(string header) => Assert.Null(ForbiddenNumbers.ByHeader(header));

    [Theory]
    [InlineData("1234567890", nameof(ForbiddenNumber.IndividualNumber))]
    [InlineData("123456789", nameof(ForbiddenNumber.ResidentRecordCode))]
    public void Column_IsKnownByTheShapeOfMostValues(string stem, string kind) =>
        Assert.Equal(kind, Verdict(Enumerable.Range(10, 20).Select(i => stem + i).Append("不明").Append("")).ToString());

    [Fact]
    public void MobilePhones_AreNotTakenForRecordCodes() =>
        Assert.Null(Verdict(Enumerable.Range(10, 20).Select(i => $"090000000{i}")));

    [Fact]
    public void FewSuspiciousValues_DoNotCondemnAColumn() =>
        Assert.Null(Verdict(Enumerable.Range(10, 20).Select(i => i % 2 == 0 ? $"1234567890{i}" : "備考")));

    static ForbiddenNumber? Verdict(IEnumerable<string> values)
    {
        var shape = new ColumnShape();
        foreach (var value in values)
            shape.Add(value);
        return shape.Verdict();
    }
}
