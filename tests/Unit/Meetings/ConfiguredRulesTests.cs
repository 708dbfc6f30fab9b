using Microsoft.Extensions.Configuration;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

/// <summary>What cities had configured before there were versions decides after the upgrade what it decided before.</summary>
public sealed class ConfiguredRulesTests
{
    [Fact]
    public void AConfigurationWithoutLines_HasNone()
    {
        Assert.False(ConfiguredRules.AreIn(Of([])));
        Assert.True(ConfiguredRules.AreIn(Of([("1:ConsentRequired", "false")])));
    }

    [Fact]
    public void AChangedWord_ChangesTheLineAtItsPlace()
    {
        var version = Assert.Single(Read([("1:ConsentRequired", "false")]));

        Assert.Equal((1, 0, Rules.First, RulesState.Approved), (version.Number, version.BasedOn, version.StartsOn, version.State));
        Assert.All(version.Rules, rule => Assert.False(rule.ConsentRequired));
        Assert.Equal(Rules.Defaults.Rules.Select(rule => rule.ConvenerKinds), version.Rules.Select(rule => rule.ConvenerKinds));
    }

    [Fact]
    public void LaterLines_AreVersionsFromTheirDaysOn()
    {
        var versions = Read([.. Line(5, "SupportConference", "2031-04-01", "true"), .. Line(4, "SupporterConference", "2030-04-01", "true")]);

        Assert.Equal(
            [(1, Rules.First), (2, new DateOnly(2030, 4, 1)), (3, new DateOnly(2031, 4, 1))],
            versions.Select(version => (version.Number, version.StartsOn)));
        Assert.Equal([MeetingKind.MultilayeredSupportConference], NeedingConsent(versions.InForce(new(2030, 3, 31))!));
        Assert.Equal(
            [MeetingKind.MultilayeredSupportConference, MeetingKind.SupporterConference], NeedingConsent(versions.InForce(new(2030, 4, 1))!));
        Assert.Equal(3, NeedingConsent(versions.InForce(new(2031, 4, 1))!).Count());
    }

    [Fact]
    public void AKindThatHadNotBegun_IsCalledByNobodyUntilItsDay()
    {
        var versions = Read([("3:From", "2030-04-01")]);

        Assert.Equal("MEETING_KIND_NOT_IN_FORCE", versions[0].Code(MeetingKind.InternalLiaison, Rules.Welfare));
        Assert.Null(versions[1].Code(MeetingKind.InternalLiaison, Rules.Welfare));
        Assert.Null(versions[0].Code(MeetingKind.SupportConference, Rules.Welfare));
    }

    [Theory]
    [InlineData("TeaParty", "2030-04-01", "true")]
    [InlineData("SupporterConference", "someday", "true")]
    [InlineData("SupporterConference", "2030-04-01", "perhaps")]
    [InlineData("SupporterConference", "2021-04-01", "true")]
    [InlineData("SupporterConference", "2030-04-01", null)]
    [InlineData("SupporterConference", null, "true")]
    public void AnUnsoundLine_StopsTheStartAndSaysWhatToDo(string kind, string? from, string? consentRequired)
    {
        var message = Assert.Throws<BootException>(() => Read([.. Line(4, kind, from, consentRequired)])).Message;
        Assert.StartsWith("MeetingRules of the configuration", message, StringComparison.Ordinal);
        Assert.Contains("remove MeetingRules", message, StringComparison.Ordinal);
    }

    static IEnumerable<MeetingKind> NeedingConsent(MeetingRules version) => version.Rules.Where(rule => rule.ConsentRequired).Select(rule => rule.Kind);

    static IReadOnlyList<MeetingRules> Read(IEnumerable<(string Key, string? Value)> lines) => ConfiguredRules.Read(Of(lines), Rules.Defaults, Calls.Now);

    static IConfiguration Of(IEnumerable<(string Key, string? Value)> lines) => new ConfigurationBuilder()
        .AddInMemoryCollection(lines.ToDictionary(line => $"MeetingRules:{line.Key}", line => line.Value))
        .Build();

    static IEnumerable<(string Key, string? Value)> Line(int place, string kind, string? from, string? consentRequired) =>
        new[] { ("Kind", kind), ("From", from), ("ConsentRequired", consentRequired) }
            .Where(word => word.Item2 is not null)
            .Select(word => ($"{place}:{word.Item1}", word.Item2));
}
