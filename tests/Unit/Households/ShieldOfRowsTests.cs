using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>What a shield answers about residents who were found, and about others.</summary>
public sealed class ShieldOfRowsTests
{
    static readonly DateOnly Today = new(2026, 4, 1);
    static readonly Guid Protected = Guid.NewGuid();
    static readonly Guid Beside = Guid.NewGuid();
    static readonly Guid Other = Guid.NewGuid();

    static readonly ShieldRow[] Found = [.. new[] { Protected, Beside, Other }.Select(id => new ShieldRow { ResidentId = id })];

    static readonly ShieldRow[] Measures =
    [
        new() { ResidentId = Protected, StartDate = Today, Listed = true, Own = true },
        new() { ResidentId = Beside, StartDate = Today, Listed = true, Own = false },
    ];

    [Fact]
    public void WhoWasFound_IsHiddenByAMeasureOfTheirOwnOrOfTheirHousehold()
    {
        var shield = Shield.Of([.. Found, .. Measures, new()], Today);
        Assert.Equal(
            [ProtectionState.InForce, ProtectionState.Household, ProtectionState.None], new[] { Protected, Beside, Other }.Select(shield.Of));
    }

    [Fact]
    public void WithoutAnyList_NothingIsKnownOfWhoWasFound() => Assert.Equal(ProtectionState.Unknown, Shield.Of(Found, Today).Of(Other));

    [Fact]
    public void WhoWasNotAskedAboutOrNotSeen_IsNeverSaidToBeUnhidden()
    {
        var shield = Shield.Of([.. Found, .. Measures, new()], Today);
        var stranger = Guid.NewGuid();
        Assert.Throws<InvalidOperationException>(() => _ = shield.Of(stranger));
        Assert.Throws<InvalidOperationException>(() => _ = shield.Hides(stranger));
        Assert.Throws<InvalidOperationException>(() => _ = shield.DistrictOf(stranger, "0101001"));
    }
}
