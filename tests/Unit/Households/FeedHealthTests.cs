using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class FeedHealthTests
{
    static readonly DateOnly Last = new(2026, 4, 1);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Source_IsStaleOnceItsRhythmHasPassed(int days, bool stale) =>
        Assert.Equal(stale ? FeedCondition.Stale : FeedCondition.Fresh, FeedHealth.Of(Last, null, 4, Last.AddDays(days)).Condition);

    [Fact]
    public void StaleSource_IsSoSinceTheDayItsFileWasMissing() =>
        Assert.Equal(new DateTimeOffset(2026, 4, 5, 15, 0, 0, TimeSpan.Zero), FeedHealth.Of(Last, null, 4, Last.AddDays(30)).Since);

    [Fact]
    public void BadFile_CountsMoreThanAge()
    {
        var since = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((FeedCondition.Broken, since), FeedHealth.Of(Last, since, 4, Last.AddDays(30)));
        Assert.Equal((FeedCondition.Broken, since), FeedHealth.Of(null, since, 4, Last));
    }

    [Fact]
    public void SourceWithoutAFile_WasNeverReceived() => Assert.Equal((FeedCondition.NeverReceived, null), FeedHealth.Of(null, null, 4, Last));
}
