using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class ConsentTests
{
    static readonly MeetingCall Multilayered = Calls.Conference with { Kind = MeetingKind.MultilayeredSupportConference };

    [Fact]
    public void Call_SupportConferenceWithoutConsent_IsTaken() => Assert.Null(Calls.Called().ConsentDate);

    [Fact]
    public void Call_MultilayeredWithConsentOfToday_IsTaken() =>
        Assert.Equal(Calls.Today, Calls.Called(Multilayered with { ConsentDate = Calls.Today }).ConsentDate);

    [Fact]
    public void Call_MultilayeredWithoutConsent_IsRefused() => AssertConsentMissing(Multilayered);

    [Fact]
    public void Call_MultilayeredWithConsentDatedTomorrow_IsRefused() =>
        AssertConsentMissing(Multilayered with { ConsentDate = Calls.Today.AddDays(1) });

    [Fact]
    public void Call_SupportConferenceWithConsentDatedTomorrow_IsRefusedAsADate() => Refusals.AssertRefused(
        RefusalKind.Invalid,
        "CONSENT_DATE_IN_FUTURE",
        () => Calls.Called(Calls.Conference with { ConsentDate = Calls.Today.AddDays(1) }));

    [Fact]
    public void Call_FollowsTheRuleInForceOnTheDayOfTheMeeting()
    {
        var reform = new DateOnly(2026, 6, 9);
        var rules = Calls.RulesOf(
            [.. Enum.GetValues<MeetingKind>().Select(kind => new MeetingRule(kind, new(2021, 4, 1), false)),
            new(MeetingKind.MultilayeredSupportConference, reform, true)]);
        var lastOldMinute = new DateTimeOffset(2026, 6, 8, 14, 59, 0, TimeSpan.Zero);

        _ = Calls.Called(Multilayered with { StartsAt = lastOldMinute }, rules);
        AssertConsentMissing(Multilayered with { StartsAt = lastOldMinute.AddMinutes(1) }, rules);
    }

    static void AssertConsentMissing(MeetingCall call, MeetingRules? rules = null) =>
        Refusals.AssertRefused(RefusalKind.WrongState, "MEETING_CONSENT_MISSING", () => Calls.Called(call, rules));
}
