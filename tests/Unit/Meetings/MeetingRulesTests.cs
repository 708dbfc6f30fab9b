using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class MeetingRulesTests
{
    static readonly DateOnly Start = new(2021, 4, 1);

    static MeetingRule[] EveryKind => [.. Enum.GetValues<MeetingKind>().Select(kind => new MeetingRule(kind, Start, false))];

    [Fact]
    public void InForce_BeforeTheFirstRule_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState,
        "MEETING_KIND_NOT_IN_FORCE",
        () => Calls.RulesOf(EveryKind).InForce(MeetingKind.SupportConference, Start.AddDays(-1)));

    [Fact]
    public void InForce_OnTheFirstDayOfANewerRule_IsTheNewerOne()
    {
        var newer = new MeetingRule(MeetingKind.SupportConference, Start.AddYears(6), true);
        var rules = Calls.RulesOf([newer, .. EveryKind]);

        Assert.Equal(newer, rules.InForce(MeetingKind.SupportConference, newer.From));
        Assert.False(rules.InForce(MeetingKind.SupportConference, newer.From.AddDays(-1)).ConsentRequired);
    }

    [Fact]
    public void Create_WithoutARuleForAKind_NamesTheKind()
    {
        Assert.Null(MeetingRules.Create([.. EveryKind.Where(rule => rule.Kind != MeetingKind.InternalLiaison)], out var faults));
        Assert.Equal("no rule for InternalLiaison", Assert.Single(faults));
    }

    [Fact]
    public void Create_WithTwoRulesOfOneKindAndDay_NamesThem()
    {
        Assert.Null(MeetingRules.Create([.. EveryKind, new(MeetingKind.SupportConference, Start, true)], out var faults));
        Assert.Equal("more than one rule for SupportConference from 2021-04-01", Assert.Single(faults));
    }
}
