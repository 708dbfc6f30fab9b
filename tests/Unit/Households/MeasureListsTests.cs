using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>Whether lists of measures can be relied on.</summary>
public sealed class MeasureListsTests
{
    [Fact]
    public void WithoutAFile_NothingIsKnown()
    {
        Assert.Equal(MeasureListState.NeverReceived, MeasureLists.Of([]));
        Assert.Equal(MeasureListState.NeverReceived, MeasureLists.Of([(false, FeedCondition.NeverReceived), (false, FeedCondition.Broken)]));
    }

    [Fact]
    public void FreshLists_AreCurrent() => Assert.Equal(MeasureListState.Current, MeasureLists.Of([(true, FeedCondition.Fresh), (true, FeedCondition.Fresh)]));

    [Fact]
    public void OneListThatIsNotFresh_SpoilsThemAll()
    {
        Assert.Equal(MeasureListState.Outdated, MeasureLists.Of([(true, FeedCondition.Fresh), (true, FeedCondition.Stale)]));
        Assert.Equal(MeasureListState.Outdated, MeasureLists.Of([(true, FeedCondition.Broken)]));
        Assert.Equal(MeasureListState.Outdated, MeasureLists.Of([(true, FeedCondition.Fresh), (false, FeedCondition.NeverReceived)]));
    }
}
