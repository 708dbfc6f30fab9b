using Tsunagu.Meetings.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class MeetingRulesPreviewTests
{
    static readonly MeetingRules Approved = Rules.From(Rules.First, Rules.Rule(MeetingKind.SupporterConference, kinds: []));

    [Fact]
    public void RulesAsTheyAre_ChangeNothing()
    {
        var preview = MeetingRulesPreview.Of(Approved, Approved, [new(MeetingKind.SupportConference, Rules.Welfare, Consented: false, 3)]);
        Assert.Empty(preview.Refused);
        Assert.Empty(preview.Opened);
        Assert.Empty(preview.Closed);
    }

    [Fact]
    public void Refused_AreCountedByKindAndReason()
    {
        var other = Rules.From(
            Calls.Today,
            Rules.Rule(MeetingKind.SupportConference, consent: true),
            Rules.Rule(MeetingKind.InternalLiaison, personalData: false),
            Rules.Rule(MeetingKind.SupporterConference, kinds: []));

        var preview = MeetingRulesPreview.Of(Approved, other,
        [
            new(MeetingKind.InternalLiaison, Rules.Welfare, Consented: true, 4),
            new(MeetingKind.SupportConference, Rules.Welfare, Consented: false, 2),
            new(MeetingKind.SupportConference, Rules.Welfare, Consented: true, 100),
            new(MeetingKind.SupportConference, Rules.Welfare with { Agency = new("tax") }, Consented: false, 1),
            new(MeetingKind.SupportConference, Rules.Npo, Consented: true, 5),
            new(MeetingKind.SupporterConference, Rules.Npo, Consented: false, 7),
        ]);

        Assert.Equal(
            [
                new(MeetingKind.SupportConference, "MEETING_CONSENT_MISSING", 3),
                new(MeetingKind.SupportConference, "MEETING_CONVENER_NOT_PERMITTED", 5),
                new(MeetingKind.SupporterConference, "MEETING_KIND_NOT_IN_FORCE", 7),
                new(MeetingKind.InternalLiaison, "MEETING_PERSONAL_DATA", 4),
            ],
            preview.Refused);
    }

    [Fact]
    public void Kinds_ThatItLetsBeginOrEnd_AreNamed()
    {
        var other = Rules.From(
            Calls.Today, Rules.Rule(MeetingKind.SupportConference, kinds: []), Rules.Rule(MeetingKind.SupporterConference, kinds: [], agencies: ["npo-1"]));

        var preview = MeetingRulesPreview.Of(Approved, other, []);

        Assert.Equal([MeetingKind.SupporterConference], preview.Opened);
        Assert.Equal([MeetingKind.SupportConference], preview.Closed);
    }

    [Fact]
    public void BeforeAnyVersion_EveryKindBegins() => Assert.Equal(
        Enum.GetValues<MeetingKind>(), MeetingRulesPreview.Of(null, Rules.From(Rules.First), []).Opened);
}
