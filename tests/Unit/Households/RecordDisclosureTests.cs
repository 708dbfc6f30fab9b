using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RecordDisclosureTests
{
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    public void OtherAgencies_AreShownWhatIsSharedOfPeopleWithoutProtection(bool hidden, bool kept, bool shown)
    {
        Assert.Equal(shown, RecordDisclosure.Shows(hidden, ownAgency: false, keptToAgency: kept));
        Assert.True(RecordDisclosure.Shows(hidden, ownAgency: true, keptToAgency: kept));
    }
}
