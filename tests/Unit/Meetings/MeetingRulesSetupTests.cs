using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Tsunagu.Meetings;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class MeetingRulesSetupTests
{
    [Fact]
    public void Read_TheTableOfTheService_AsksForConsentWhereTheLawDoes()
    {
        var rules = MeetingRulesSetup.Read(OfService().Build());

        Assert.Equal(
            [MeetingKind.MultilayeredSupportConference],
            Enum.GetValues<MeetingKind>().Where(kind => rules.InForce(kind, new(2021, 4, 1)).ConsentRequired));
    }

    [Fact]
    public void Read_ALaterLine_IsInForceFromItsDay()
    {
        var rules = MeetingRulesSetup.Read(OfService().AddInMemoryCollection(Line("SupporterConference", "2030-04-01", "true")).Build());

        Assert.False(rules.InForce(MeetingKind.SupporterConference, new(2030, 3, 31)).ConsentRequired);
        Assert.True(rules.InForce(MeetingKind.SupporterConference, new(2030, 4, 1)).ConsentRequired);
    }

    [Theory]
    [InlineData("TeaParty", "2030-04-01", "true")]
    [InlineData("SupporterConference", "someday", "true")]
    [InlineData("SupporterConference", "2030-04-01", "perhaps")]
    [InlineData("SupporterConference", "2021-04-01", "true")]
    [InlineData("SupporterConference", "2030-04-01", null)]
    [InlineData("SupporterConference", null, "true")]
    public void Read_AnUnsoundTable_StopsTheStart(string kind, string? from, string? consentRequired)
    {
        var table = OfService().AddInMemoryCollection(Line(kind, from, consentRequired)).Build();
        Assert.StartsWith("MeetingRules: ", Assert.Throws<BootException>(() => MeetingRulesSetup.Read(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoTable_StopsTheStart() =>
        Assert.Throws<BootException>(() => MeetingRulesSetup.Read(new ConfigurationBuilder().Build()));

    static IConfigurationBuilder OfService([CallerFilePath] string file = "") => new ConfigurationBuilder().AddJsonFile(
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../services/meeting/appsettings.json")), optional: false);

    static Dictionary<string, string?> Line(string kind, string? from, string? consentRequired) => new[]
    {
        ("Kind", kind), ("From", from), ("ConsentRequired", consentRequired),
    }.Where(entry => entry.Item2 is not null).ToDictionary(entry => $"MeetingRules:4:{entry.Item1}", entry => entry.Item2);
}
