using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("1=1", "\"1=1\"")]
    [InlineData("a\"b,c", "\"a\"\"b,c\"")]
    [InlineData("", "\"\"")]
    public void Cell_IsQuotedAndNeverAFormula(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
