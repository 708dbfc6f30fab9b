using Tsunagu.Households.Statistics;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Statistics;

/// <summary>Which counts of one column are withheld.</summary>
public sealed class SmallCellsTests
{
    [Fact]
    public void SmallCount_TakesTheNextSmallestWithIt() =>
        Assert.Equal("x.x.", Withheld((100, 3), (100, 60), (100, 25), (100, 0)));

    [Fact]
    public void CountOfNearlyEverybody_IsSmallAsWell() =>
        Assert.Equal("xx.", Withheld((100, 95), (100, 30), (100, 40)));

    [Fact]
    public void TwoSmallCounts_ThatTheirSumTells_TakeAThird() =>
        Assert.Equal("xxx.", Withheld((100, 1), (100, 1), (100, 50), (100, 60)));

    [Fact]
    public void ColumnOfFewPeople_IsWithheldWholly() => Assert.Equal("all", Withheld((100, 3), (100, 4), (100, 0)));

    [Fact]
    public void SmallCountWithNobodyToHideAmong_TakesTheColumnWithIt() => Assert.Equal("all", Withheld((100, 95), (100, 0), (100, 0)));

    [Fact]
    public void Nobody_MayBeTold() => Assert.Equal("..", Withheld((100, 0), (100, 40)));

    [Fact]
    public void ColumnWithoutSmallCounts_IsPublished() => Assert.Equal("..", Withheld((100, 10), (100, 90)));

    // A letter for each line: withheld, or told.
    static string Withheld(params (int Residents, int Involved)[] lines)
    {
        var withheld = SmallCells.Withheld([.. lines.Select(l => new InvolvedShare(l.Residents, l.Involved, 1, l.Residents))], 10, new HashSet<int>());
        return withheld is null ? "all" : string.Concat(withheld.Select(w => w ? 'x' : '.'));
    }
}
