using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class MassChangeTests
{
    [Theory]
    [InlineData(100, 30, 0, false)]
    [InlineData(100, 31, 0, true)]
    [InlineData(100, 16, 15, true)]
    [InlineData(100, 0, 31, true)]
    [InlineData(1_000_000, 10_000, 5_000, false)]
    public void File_IsAMassChangeAboveTheShareOfEarlierRecords(int earlier, int gone, int changed, bool mass) =>
        Assert.Equal(mass, MassChange.Exceeds(earlier, gone, changed, 0.3));

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void SmallFeed_MayTurnOverInADay(int gone, bool mass) => Assert.Equal(mass, MassChange.Exceeds(12, gone, 0, 0.3));

    [Fact]
    public void ThresholdOfOne_NeverHoldsAFile() => Assert.False(MassChange.Exceeds(100, 60, 40, 1));
}
