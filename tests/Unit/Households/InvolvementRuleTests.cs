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
    [InlineData(nameof(ProtectionState.Household), false, nameof(InvolvementDisclosure.AsNobody))]
    public void Protection_DecidesWhatIsTold_WhileTheListsAreCurrent(string protection, bool mayReadRecords, string disclosure) =>
        Assert.Equal(Enum.Parse<InvolvementDisclosure>(disclosure), Decide(protection, MeasureListState.Current, mayReadRecords));

    [Theory]
    [InlineData(nameof(MeasureListState.NeverReceived))]
    [InlineData(nameof(MeasureListState.Outdated))]
    public void ListsThatCannotBeReliedOn_RefuseWhoMayNotReadRecords_WhomeverTheyAskAbout(string lists)
    {
        foreach (var protection in Enum.GetNames<ProtectionState>())
            Assert.Equal(InvolvementDisclosure.Refused, Decide(protection, Enum.Parse<MeasureListState>(lists), mayReadRecords: false));
        Assert.Equal(InvolvementDisclosure.Told, Decide(nameof(ProtectionState.Unknown), Enum.Parse<MeasureListState>(lists), mayReadRecords: true));
        Assert.Equal(InvolvementDisclosure.AsNobody, Decide(nameof(ProtectionState.InForce), Enum.Parse<MeasureListState>(lists), mayReadRecords: true));
    }

    static InvolvementDisclosure Decide(string protection, MeasureListState lists, bool mayReadRecords) =>
        InvolvementRule.Decide(Enum.Parse<ProtectionState>(protection), lists, mayReadRecords);
}
