using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class RowReachTests
{
    [Theory]
    [InlineData(RowRule.Shared, "tax", "housing", null, true)]
    [InlineData(RowRule.Shared, "", "housing", null, true)]
    [InlineData(RowRule.OwnAgency, "tax", "tax", null, true)]
    [InlineData(RowRule.OwnAgency, "tax", "housing", "tax", false)]
    [InlineData(RowRule.OwnAgency, "tax", "TAX", null, false)]
    [InlineData(RowRule.OwnOrReceiver, "tax", "tax", "housing", true)]
    [InlineData(RowRule.OwnOrReceiver, "tax", "housing", "tax", true)]
    [InlineData(RowRule.OwnOrReceiver, "tax", "housing", "school", false)]
    [InlineData(RowRule.OwnOrReceiver, "tax", "housing", null, false)]
    [InlineData(RowRule.Unspecified, "tax", "tax", "tax", false)]
    [InlineData(RowRule.BreakGlass, "tax", "tax", "tax", false)]
    public void MayReach_FollowsTheRule(RowRule rule, string own, string owner, string? receiver, bool expected) =>
        Assert.Equal(expected, Of(own).MayReach(rule, new(owner), receiver is null ? null : new AgencyId(receiver)));

    [Theory]
    [InlineData(RowRule.OwnAgency)]
    [InlineData(RowRule.OwnOrReceiver)]
    public void MayReach_WhenCallerAndRowHaveNoAgency_IsDenied(RowRule rule) =>
        Assert.False(Of("").MayReach(rule, new(""), new AgencyId("")));

    static Caller Of(string agency) => new(new("s-1"), new(agency), new HashSet<Role> { Role.Caseworker }, null);
}
