using System.Diagnostics;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

/// <summary>What a service without versions begins with; once it has some, its configuration is not asked again.</summary>
public sealed class MeetingRulesStartTests
{
    // As an installation wrote it down before there were versions: over the second line, and as one more.
    static readonly (string, string)[] Configured =
    [
        ("MeetingRules:1:ConsentRequired", "false"),
        ("MeetingRules:4:Kind", "SupporterConference"),
        ("MeetingRules:4:From", "2030-04-01"),
        ("MeetingRules:4:ConsentRequired", "true"),
    ];

    [Fact]
    public async Task Configured_BecomeTheFirstVersions_AndAreNotAskedAgain()
    {
        await using var suite = await TestSuite.StartAsync();
        (string, string) database = ("ConnectionStrings:meeting-db", await TestSuite.NewDatabaseAsync("meeting"));
        IReadOnlyList<MeetingRules> begun;
        await using (var first = await suite.StartAsync("meeting", [database, .. Configured]))
            begun = await VersionsAsync(suite, first);

        Assert.Equal([("2", "1", "2030-04-01"), ("1", "", "2021-04-01")], begun.Select(version => (version.Version, version.BasedOn, version.StartsOn)));
        Assert.All(begun, version => Assert.Equal((MeetingRulesState.Approved, ""), (version.State, version.ProposedByStaffId)));
        Assert.Equal([MeetingKind.SupporterConference], NeedingConsent(begun[0]));
        Assert.Empty(NeedingConsent(begun[1]));

        await using var second = await suite.StartAsync("meeting", database, ("MeetingRules:4:Kind", "TeaParty"));
        Assert.Equal(begun, await VersionsAsync(suite, second));
    }

    [Fact]
    public async Task ConfiguredUnsoundly_TheServiceDoesNotStart()
    {
        await using var suite = await TestSuite.StartAsync();
        await Assert.ThrowsAsync<UnreachableException>(() => suite.StartAsync("meeting", ("MeetingRules:4:Kind", "TeaParty")));
    }

    static async Task<IReadOnlyList<MeetingRules>> VersionsAsync(TestSuite suite, ServiceHost meeting) =>
        (await new MeetingRulesService.MeetingRulesServiceClient(meeting.As(suite.Issuer.ForStaff("admin-01", "information-systems", "administrator")))
            .ListMeetingRulesAsync(new())).Versions;

    static IEnumerable<MeetingKind> NeedingConsent(MeetingRules version) => version.Rules.Where(rule => rule.ConsentRequired).Select(rule => rule.Kind);
}
