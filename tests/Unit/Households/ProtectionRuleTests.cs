using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>What measures make of a resident, day by day.</summary>
public sealed class ProtectionRuleTests
{
    static readonly ProtectionSpan Year = new(new(2025, 4, 2), new(2026, 4, 1), Listed: true);

    [Theory]
    [InlineData("2025-04-01", nameof(ProtectionState.None))]
    [InlineData("2025-04-02", nameof(ProtectionState.InForce))]
    [InlineData("2026-04-01", nameof(ProtectionState.InForce))]
    [InlineData("2026-04-02", nameof(ProtectionState.Expired))]
    [InlineData("2036-04-02", nameof(ProtectionState.Expired))]
    public void Measure_IsInForceOnItsFirstAndLastDay_AndHidesAfterwards(string day, string state) =>
        Assert.Equal(state, Of([Year], DateOnly.Parse(day, null)));

    [Fact]
    public void MeasureThatFellFromTheList_HidesAsBefore() =>
        Assert.Equal(nameof(ProtectionState.Expired), Of([Year with { Listed = false }], new(2025, 8, 1)));

    [Fact]
    public void MeasureThatFellFromTheListBeforeItBegan_HidesNobody() =>
        Assert.Equal(nameof(ProtectionState.None), Of([Year with { Listed = false }], new(2025, 4, 1)));

    [Fact]
    public void RenewedMeasure_IsInForce_WhateverTheOldOneSays() =>
        Assert.Equal(nameof(ProtectionState.InForce), Of([Year with { Listed = false }, Year with { End = new(2027, 4, 1) }], new(2026, 5, 1)));

    [Fact]
    public void DatesThatCannotBeRead_AreTakenForTheWorst() =>
        Assert.Equal(nameof(ProtectionState.InForce), Of([new(null, null, Listed: true)], new(1990, 1, 1)));

    [Fact]
    public void WhoLivesWithSomebodyProtected_IsHiddenToo()
    {
        Assert.Equal(ProtectionState.Household, ProtectionRule.Of([], [Year], received: true, new(2026, 4, 2)));
        Assert.Equal(ProtectionState.None, ProtectionRule.Of([], [Year], received: true, new(2025, 4, 1)));
    }

    [Fact]
    public void WithoutAnyList_NobodyIsSaidToHaveNoMeasure() =>
        Assert.Equal(ProtectionState.Unknown, ProtectionRule.Of([], [], received: false, new(2026, 4, 1)));

    [Theory]
    [InlineData(nameof(ProtectionState.Unknown), false)]
    [InlineData(nameof(ProtectionState.None), false)]
    [InlineData(nameof(ProtectionState.InForce), true)]
    [InlineData(nameof(ProtectionState.Expired), true)]
    [InlineData(nameof(ProtectionState.Household), true)]
    public void State_DecidesWhetherWhereaboutsAreHidden(string state, bool hides) => Assert.Equal(hides, Enum.Parse<ProtectionState>(state).Hides());

    static string Of(ProtectionSpan[] own, DateOnly today) => ProtectionRule.Of(own, [], received: true, today).ToString();
}
