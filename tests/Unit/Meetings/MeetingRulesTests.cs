using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

/// <summary>The law on meetings, sentence by sentence, and the rules that a new installation begins with.</summary>
public sealed class MeetingRulesTests
{
    static readonly MeetingRules Law = Rules.From(Rules.First);

    [Fact]
    public void SupportConference_IsCalledByTheMunicipalityAlone()
    {
        Assert.Null(Law.Code(MeetingKind.SupportConference, Rules.Welfare));
        foreach (var other in new[] { Rules.Council, Rules.Npo, Rules.Unknown })
            Assert.Equal("MEETING_CONVENER_NOT_PERMITTED", Law.Code(MeetingKind.SupportConference, other));
    }

    [Fact]
    public void SupportConference_NeedsNoConsent() => Assert.Null(Law.Code(MeetingKind.SupportConference, Rules.Welfare, consented: false));

    [Fact]
    public void MultilayeredSupportConference_IsHeldOnlyWithThePersonsConsent()
    {
        Assert.Equal("MEETING_CONSENT_MISSING", Law.Code(MeetingKind.MultilayeredSupportConference, Rules.Council));
        Assert.Null(Law.Code(MeetingKind.MultilayeredSupportConference, Rules.Council, consented: true));
    }

    [Fact]
    public void MultilayeredSupportConference_IsCalledByTheOperatorThatTheCityNames()
    {
        var named = Rules.From(Rules.First, Rules.Rule(MeetingKind.MultilayeredSupportConference, kinds: [], agencies: [Rules.Npo.Agency.Value]));

        Assert.Null(named.Code(MeetingKind.MultilayeredSupportConference, Rules.Npo));
        Assert.Equal("MEETING_CONVENER_NOT_PERMITTED", named.Code(MeetingKind.MultilayeredSupportConference, Rules.Welfare));
        Assert.Equal("MEETING_CONVENER_NOT_PERMITTED", Law.Code(MeetingKind.MultilayeredSupportConference, Rules.Npo, consented: true));
    }

    [Fact]
    public void InternalLiaison_IsCalledByDepartmentsOfTheCity()
    {
        Assert.Null(Law.Code(MeetingKind.InternalLiaison, Rules.Welfare));
        Assert.Equal("MEETING_CONVENER_NOT_PERMITTED", Law.Code(MeetingKind.InternalLiaison, Rules.Council));
    }

    [Fact]
    public void SupporterConference_IsCalledByAnyKindOfAgency() => Assert.Null(Law.Code(MeetingKind.SupporterConference, Rules.Npo));

    [Fact]
    public void AKindThatTreatsNoPersonalData_IsNotCalledAboutACase()
    {
        var rules = Rules.From(Rules.First, Rules.Rule(MeetingKind.InternalLiaison, personalData: false));

        Assert.Equal("MEETING_PERSONAL_DATA", rules.Code(MeetingKind.InternalLiaison, Rules.Welfare, consented: true));
        Assert.False(rules.Opens(MeetingKind.InternalLiaison));
    }

    [Fact]
    public void AKindThatNobodyMayCall_IsNotHeld()
    {
        var rules = Rules.From(Rules.First, Rules.Rule(MeetingKind.InternalLiaison, kinds: []));

        Assert.Equal("MEETING_KIND_NOT_IN_FORCE", rules.Code(MeetingKind.InternalLiaison, Rules.Welfare, consented: true));
        Assert.False(rules.Opens(MeetingKind.InternalLiaison));
        Assert.True(rules.Opens(MeetingKind.SupportConference));
    }

    [Fact]
    public void Call_OnADayBeforeTheFirstVersion_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState, "MEETING_KIND_NOT_IN_FORCE", () => Calls.Called(rules: [Rules.From(Calls.Today.AddDays(4))]));

    [Fact]
    public void Call_ByAnAgencyThatMayNot_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Forbidden, "MEETING_CONVENER_NOT_PERMITTED", () => Calls.Called(convener: Rules.Council));

    [Fact]
    public void Call_OfAKindWithoutPersonalData_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState,
        "MEETING_PERSONAL_DATA",
        () => Calls.Called(rules: [Rules.From(Rules.First, Rules.Rule(MeetingKind.SupportConference, personalData: false))]));

    [Fact]
    public void Table_WithAKindMissingOrTwice_IsRefused()
    {
        MeetingRule[] rules = [.. Enum.GetValues<MeetingKind>().Select(kind => Rules.Rule(kind))];
        Assert.Equal(rules, Propose(rules).Rules);
        Refused(rules[1..]);
        Refused([.. rules[1..], rules[1]]);
        Refused([.. rules, rules[0]]);

        static void Refused(MeetingRule[] rules) => Refusals.AssertRefused(RefusalKind.Invalid, "MEETING_RULES_INCOMPLETE", () => Propose(rules));

        static MeetingRules Propose(MeetingRule[] rules) =>
            MeetingRules.Propose(new(2, 1, 1, Calls.Today, "法改正のため", Calls.Coordinator, Calls.Now), rules);
    }

    [Theory]
    [InlineData("""{"startsOn":"2021-04-01","rules":[]}""")]
    [InlineData("""{"startsOn":"2021-04-01"}""")]
    [InlineData("""{"startsOn":"2021-04-01","rules":[{"kind":"tea_party","consentRequired":false,"personalData":true,"convenerKinds":[],"convenerAgencies":[]}]}""")]
    [InlineData("null")]
    public void Defaults_ThatAreUnsound_StopTheStart(string text) =>
        Assert.Throws<BootException>(() => Tsunagu.Meetings.Data.DefaultRules.Read(text));

    [Fact]
    public void Defaults_WithAKindOfAgencyThatIsNone_StopTheStart()
    {
        var text = File.ReadAllText(TestKit.Repository.PathOf("services/meeting/Rules/default-meeting-rules.json"));
        Assert.Throws<BootException>(() => Tsunagu.Meetings.Data.DefaultRules.Read(text.Replace("\"npo\"", "\"club\"", StringComparison.Ordinal)));
    }
}
