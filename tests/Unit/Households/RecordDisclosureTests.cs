using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RecordDisclosureTests
{
    [Theory]
    [InlineData(ProtectionState.None, false, true)]
    [InlineData(ProtectionState.Unknown, false, true)]
    [InlineData(ProtectionState.InForce, false, false)]
    [InlineData(ProtectionState.Expired, false, false)]
    [InlineData(ProtectionState.None, true, false)]
    [InlineData(ProtectionState.Unknown, true, false)]
    internal void OtherAgencies_AreShownWhatIsSharedOfPeopleWithoutProtection(ProtectionState protection, bool kept, bool shown)
    {
        Assert.Equal(shown, RecordDisclosure.Shows(protection, ownAgency: false, keptToAgency: kept));
        Assert.True(RecordDisclosure.Shows(protection, ownAgency: true, keptToAgency: kept));
    }
}
