using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class InvolvementRuleTests
{
    [Theory]
    [InlineData(nameof(ProtectionState.None), true, nameof(InvolvementDisclosure.Told))]
    [InlineData(nameof(ProtectionState.None), false, nameof(InvolvementDisclosure.Told))]
    [InlineData(nameof(ProtectionState.InForce), true, nameof(InvolvementDisclosure.AsNobody))]
    [InlineData(nameof(ProtectionState.InForce), false, nameof(InvolvementDisclosure.AsNobody))]
    [InlineData(nameof(ProtectionState.Expired), true, nameof(InvolvementDisclosure.AsNobody))]
    [InlineData(nameof(ProtectionState.Expired), false, nameof(InvolvementDisclosure.AsNobody))]
    [InlineData(nameof(ProtectionState.Unknown), true, nameof(InvolvementDisclosure.Told))]
    [InlineData(nameof(ProtectionState.Unknown), false, nameof(InvolvementDisclosure.Refused))]
    public void Protection_DecidesWhatIsTold(string protection, bool mayReadRecords, string disclosure) =>
        Assert.Equal(Enum.Parse<InvolvementDisclosure>(disclosure), InvolvementRule.Decide(Enum.Parse<ProtectionState>(protection), mayReadRecords));
}
