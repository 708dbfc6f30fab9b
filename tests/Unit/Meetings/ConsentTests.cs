using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.Unit.ServiceDefaults.Sharing;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

/// <summary>会議の種類ごとに要る同意: a 重層的支援会議 without a valid one is refused.</summary>
public sealed class ConsentTests
{
    static readonly MeetingCall Multilayered = Calls.Conference with { Kind = MeetingKind.MultilayeredSupportConference };

    static Consent Given => Consents.Given() with { About = new(Guid.NewGuid(), Multilayered.Case.Value), Meetings = true };

    [Fact]
    public void Call_SupportConferenceWithoutConsent_IsTaken() => Assert.Null(Calls.Called().ConsentId);

    [Fact]
    public void Call_MultilayeredByAConsent_IsTakenWithItsDay()
    {
        var called = Calls.Called(Multilayered with { Consent = Given });
        Assert.Equal((Given.Id, Given.GivenOn), (called.ConsentId, called.ConsentDate));
    }

    [Fact]
    public void Call_MultilayeredWithoutConsent_IsRefused() => AssertConsentMissing(Multilayered);

    [Fact]
    public void Call_ByAConsentThatDoesNotCoverIt_IsRefused()
    {
        AssertRefused("CONSENT_RECIPIENT", Given with { Meetings = false });
        AssertRefused("CONSENT_OTHER_PERSON", Given with { About = new(Guid.NewGuid(), Guid.NewGuid()) });
        AssertRefused("CONSENT_ENDED", Given with { Revoked = true });
    }

    [Fact]
    public void Call_ByAConsentThatEndsBeforeTheMeeting_IsRefused()
    {
        var day = JapanCalendar.DayOf(Multilayered.StartsAt);
        AssertRefused("CONSENT_ENDED", Given with { ValidUntil = day.AddDays(-1) });
        Assert.NotNull(Calls.Called(Multilayered with { Consent = Given with { ValidUntil = day } }).ConsentId);
    }

    [Fact]
    public void Invite_OnceTheConsentIsRevoked_IsRefused()
    {
        var called = Calls.Called(Multilayered with { Consent = Given });
        Refusals.AssertRefused(RefusalKind.Invalid, "CONSENT_ENDED", () => called.Invite([Calls.School], Given with { Revoked = true }, Calls.Now));
        Assert.Single(called.Invite([Calls.School], Given, Calls.Now));
    }

    [Fact]
    public void Call_FollowsTheVersionInForceOnTheDayOfTheMeeting()
    {
        var reform = new DateOnly(2026, 6, 9);
        MeetingRules[] rules =
        [
            Rules.From(Rules.First, Rules.Rule(MeetingKind.MultilayeredSupportConference)),
            Rules.From(reform, Rules.Rule(MeetingKind.MultilayeredSupportConference, consent: true)),
        ];
        var lastOldMinute = new DateTimeOffset(2026, 6, 8, 14, 59, 0, TimeSpan.Zero);

        _ = Calls.Called(Multilayered with { StartsAt = lastOldMinute }, rules);
        AssertConsentMissing(Multilayered with { StartsAt = lastOldMinute.AddMinutes(1) }, rules);
    }

    static void AssertRefused(string code, Consent consent) =>
        Refusals.AssertRefused(RefusalKind.Invalid, code, () => Calls.Called(Multilayered with { Consent = consent }));

    static void AssertConsentMissing(MeetingCall call, MeetingRules[]? rules = null) =>
        Refusals.AssertRefused(RefusalKind.WrongState, "MEETING_CONSENT_MISSING", () => Calls.Called(call, rules));
}
