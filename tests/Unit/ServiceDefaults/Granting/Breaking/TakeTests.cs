using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting.Breaking;

public sealed class TakeTests
{
    [Fact]
    public void Take_OpensAllOfTheRecordToWhoAsksAloneForEightHours()
    {
        var grant = Emergency.Take();

        Assert.Equal((Grantee.Staff(Emergency.Opener), GrantBasis.Emergency, Grants.Owner), (grant.Grantee, grant.Basis, grant.Owner));
        Assert.Equal((Emergency.Opener, Grants.Other, "break_glass"), (grant.GrantedBy, grant.GrantedByAgency, grant.SourceKind));
        Assert.Empty(grant.Items);
        Assert.True(grant.Serves(null));
        Assert.Equal(Grants.Now.AddHours(8), grant.ExpiresAt);
        Assert.Equal(GrantState.Live, grant.StateAt(Grants.Now.AddHours(8).AddTicks(-1)));
        Assert.Equal(GrantState.Expired, grant.StateAt(Grants.Now.AddHours(8)));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(24, 8)]
    [InlineData(null, 8)]
    public void Take_EndsAfterEightHoursOrWhatTheRulesLetAnEmergencyLast(int? rule, int hours) => Assert.Equal(
        Grants.Now.AddHours(hours),
        Emergency.Take(Emergency.Rule with { Longest = rule is { } longest ? TimeSpan.FromHours(longest) : null }).ExpiresAt);

    [Fact]
    public void Take_AtTheYearsEnd_EndsWithIt()
    {
        DateTimeOffset now = new(2027, 3, 31, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(now.AddHours(1), Emergency.Take(now: now).ExpiresAt);
    }

    [Fact]
    public void Take_OfTheOwnAgency_IsRefused() => Refusals.AssertRefused(RefusalKind.WrongState, "BREAK_GLASS_OWN", () => Grant.Take(
        Guid.NewGuid(), Grants.Consultation, GrantSource.BreakGlass(Guid.NewGuid()), Emergency.Rule, Grants.Owner, Grants.Staff, Grants.Owner, Grants.Now));
}
