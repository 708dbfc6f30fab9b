using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class ImportPaceTests
{
    [Fact]
    public void Rest_TakesAsLongAsThePaceSoFarSays() =>
        Assert.Equal(new ImportPace(0.25, TimeSpan.FromSeconds(30)), ImportPace.Of(250, 1000, TimeSpan.FromSeconds(10)));

    [Fact]
    public void TotalThatIsNotKnown_GivesNoPace() => Assert.Null(ImportPace.Of(250, 0, TimeSpan.FromSeconds(10)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(250, 0.5)]
    public void TooEarly_GivesNoTime(long bytes, double seconds) => Assert.Null(ImportPace.Of(bytes, 1000, TimeSpan.FromSeconds(seconds))?.Left);

    [Fact]
    public void MoreThanWasSaid_IsTheEnd() =>
        Assert.Equal(new ImportPace(1, TimeSpan.Zero), ImportPace.Of(1100, 1000, TimeSpan.FromSeconds(10)));
}
