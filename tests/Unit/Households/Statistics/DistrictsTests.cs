using Tsunagu.Households.Statistics;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Statistics;

/// <summary>Districts of too few residents are counted together with everybody who has none.</summary>
public sealed class DistrictsTests
{
    [Fact]
    public void Districts_StandByName_AndTheRestLast() =>
        Assert.Equal(["A", "B", ""], Names([Area("B", 50), Area("A", 70)], 12));

    [Fact]
    public void DistrictOfFewResidents_GoesToTheRest()
    {
        var areas = Districts.Of([Area("A", 70), Area("B", 9)], Area("", 20), 10);
        Assert.Equal(["A", ""], areas.Select(a => a.Name));
        Assert.Equal((29, 29, 29), (areas[1].Residents, areas[1].Welfare, areas[1].Feeds[0]));
    }

    [Fact]
    public void RestOfFewResidents_TakesTheSmallestDistrictWithIt() => Assert.Equal(["A", ""], Names([Area("A", 70), Area("B", 50)], 3));

    [Fact]
    public void WithoutRest_ThereIsNoLineForIt() => Assert.Equal(["A", "B"], Names([Area("A", 70), Area("B", 50)], 0));

    [Fact]
    public void TownOfFewResidents_IsOneLine() => Assert.Equal([""], Names([Area("A", 4), Area("B", 3)], 0));

    static IEnumerable<string> Names(AreaCounts[] named, int rest) => Districts.Of(named, Area("", rest), 10).Select(a => a.Name);

    static AreaCounts Area(string name, int people) => new(name, people, people, [people]);
}
