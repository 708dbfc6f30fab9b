using Tsunagu.Households.Parsing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class ReadAheadTests
{
    [Fact]
    public void FewFutileLooks_CostNothing()
    {
        var ahead = new ReadAhead(1000);
        for (var i = 0; i < 15; i++)
            ahead.Spend(1000);
        Assert.Equal(1000, ahead.Reach);
    }

    [Fact]
    public void ManyFutileLooks_LeaveNoReach()
    {
        var ahead = new ReadAhead(1000);
        for (var i = 0; i < 20; i++)
            ahead.Spend(1000);
        Assert.Equal(0, ahead.Reach);
    }

    [Fact]
    public void Reach_ComesBackWithWhatIsRead_AndNoFurtherThanARecord()
    {
        var ahead = new ReadAhead(1000);
        ahead.Spend(100_000);
        ahead.Earn(10);
        Assert.Equal(160, ahead.Reach);
        ahead.Earn(int.MaxValue);
        Assert.Equal(1000, ahead.Reach);
    }
}
