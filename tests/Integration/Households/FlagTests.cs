using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Flags of households and the rules that staff edit.</summary>
public sealed class FlagTests(RegisteredCity fixture) : IClassFixture<RegisteredCity>
{
    [Fact]
    public async Task RevisedRules_AreInForceAtOnce_AndTheVersionsBeforeAreKept()
    {
        var before = await fixture.Caseworker.GetFlagRulesAsync(new());
        Assert.Contains(before.Rules, rule => (rule.Code, rule.Name) == ("8050", "8050"));
        Assert.Contains((await KubotaAsync()).Flags, flag => flag.Code == "8050");

        var request = Revision(before);
        request.Rules.Add(new FlagRule { Code = "two", Name = "二人世帯", When = new() { MembersFrom = 2, MembersTo = 2 } });
        var after = await fixture.Administrator.ReviseFlagRulesAsync(request);

        Assert.Equal(after, await fixture.Administrator.ReviseFlagRulesAsync(request));
        Assert.Equal(after, await fixture.Caseworker.GetFlagRulesAsync(new()));
        Assert.Equal(before, await fixture.Caseworker.GetFlagRulesAsync(new() { Version = before.Version }));
        Assert.Equal(("admin-01", "地区の見守りのため"), (after.StaffId, after.Reason));
        Assert.Equal(new HouseholdFlag { Code = "two", Name = "二人世帯" }, (await KubotaAsync()).Flags[^1]);
        var changed = after.ChangedAt.ToDateTimeOffset();
        Assert.Contains((await KubotaAsync(changed)).Flags, flag => flag.Code == "two");
        Assert.DoesNotContain((await KubotaAsync(changed.AddMicroseconds(-1))).Flags, flag => flag.Code == "two");
    }

    [Fact]
    public async Task RevisionOfAnOlderVersion_IsStale()
    {
        var request = Revision(await fixture.Caseworker.GetFlagRulesAsync(new()));
        request.ExpectedVersion = "0";
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => fixture.Administrator.ReviseFlagRulesAsync(request).ResponseAsync));
        Assert.Equal((StatusCode.Aborted, "VERSION_STALE"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task RevisionsAtOnce_OneHoldsAndTheOthersAreStale()
    {
        var before = await fixture.Caseworker.GetFlagRulesAsync(new());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReviseAsync(before)));
        var now = (await fixture.Caseworker.GetFlagRulesAsync(new())).Version;
        Assert.Equal([now, .. Enumerable.Repeat("VERSION_STALE", 5)], answers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UnsoundRules_AreRefusedWithEveryField()
    {
        var request = Revision(await fixture.Caseworker.GetFlagRulesAsync(new()));
        request.Rules.Clear();
        request.Rules.Add(new FlagRule { Code = "A", Name = "", When = new() });
        request.Rules.Add(new FlagRule { Code = "b", Name = new('長', 41), When = new() { Some = { new MemberTrait { OpenScheme = { "" } } } } });
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => fixture.Administrator.ReviseFlagRulesAsync(request).ResponseAsync));
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (refused.Status, refused.Code));
        Assert.Equal(["rules[0].code", "rules[0].name", "rules[0].when", "rules[1].name", "rules[1].when"], refused.Fields);
    }

    [Fact]
    public async Task UnknownVersion_IsNotFound()
    {
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => fixture.Caseworker.GetFlagRulesAsync(new() { Version = "99" }).ResponseAsync));
        Assert.Equal((StatusCode.NotFound, "FLAG_RULES_NOT_FOUND"), (refused.Status, refused.Code));
    }

    static ReviseFlagRulesRequest Revision(FlagRules rules) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        ExpectedVersion = rules.Version,
        Facilities = { rules.Facilities },
        Rules = { rules.Rules },
        Reason = "地区の見守りのため",
    };

    // The version that it became, or why it did not.
    async Task<string> ReviseAsync(FlagRules before)
    {
        try
        {
            return (await fixture.Administrator.ReviseFlagRulesAsync(Revision(before))).Version;
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Code;
        }
    }

    // Ages are those of the day.
    async Task<HouseholdView> KubotaAsync(DateTimeOffset? known = null) =>
        await fixture.HouseholdAsync((await fixture.NamedAsync("久保田　静江")).HouseholdId, City.FirstDay, known);
}
