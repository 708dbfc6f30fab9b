using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class RecordedConsentTests
{
    static readonly DateOnly Today = JapanCalendar.DayOf(Sheets.Now);

    static ConsentTerms Terms => new()
    {
        Giver = ConsentGiver.Person,
        Form = ConsentForm.Written,
        Agencies = [new("npo")],
        Purposes = ["support"],
    };

    [Fact]
    public void Record_TakesTheAgencyOfTheConsultationAndDropsRepeats()
    {
        var recorded = Record(Terms with { Agencies = [new("npo"), new("npo")], AgencyKinds = ["school", "school"], Purposes = ["support", "support"] });

        Assert.Equal((Sheets.TaxOffice, Today, null), (recorded.Agency, recorded.GivenOn, recorded.ValidUntil));
        Assert.Equal("npo school support", string.Join(' ', recorded.Agencies.Concat(recorded.AgencyKinds).Concat(recorded.Purposes)));
        Assert.Equal(ConsentState.Live, recorded.StateAt(Sheets.Now));
    }

    [Fact]
    public void Record_GivenTomorrow_IsRefused() => AssertRefused("CONSENT_IN_FUTURE", Terms with { GivenOn = Today.AddDays(1) });

    [Fact]
    public void Record_ThatIsOver_IsRefused()
    {
        AssertRefused("CONSENT_OVER", Terms with { GivenOn = Today.AddDays(-9), ValidUntil = Today.AddDays(-1) });
        Assert.Equal(Today, Record(Terms with { ValidUntil = Today }).ValidUntil);
    }

    [Fact]
    public void Record_WithNobody_IsRefused()
    {
        AssertRefused("CONSENT_WITH_NOBODY", Terms with { Agencies = [] });
        Assert.True(Record(Terms with { Agencies = [], Meetings = true }).Meetings);
        Assert.Equal("school", Assert.Single(Record(Terms with { Agencies = [], AgencyKinds = ["school"] }).AgencyKinds));
    }

    [Theory]
    [InlineData(ConsentGiver.LegalRepresentative, "", true)]
    [InlineData(ConsentGiver.Person, "架空　花子", true)]
    [InlineData(ConsentGiver.LegalRepresentative, "架空　花子", false)]
    public void Record_NamesTheRepresentativeAndNobodyElse(ConsentGiver giver, string name, bool refused)
    {
        var terms = Terms with { Giver = giver, RepresentativeName = name };
        if (refused)
            AssertRefused("CONSENT_REPRESENTATIVE", terms);
        else
            Assert.Equal(name, Record(terms).RepresentativeName);
    }

    [Fact]
    public void StateAt_FollowsItsDaysAndItsRevocation()
    {
        var recorded = Record(Terms with { ValidUntil = Today });
        Assert.Equal(ConsentState.Expired, recorded.StateAt(JapanCalendar.StartOf(Today.AddDays(1))));

        recorded.Revoke(new("tax-02"), "撤回の申し出", ["referral", "meeting"], Sheets.Now);

        Assert.Equal((ConsentState.Revoking, true), (recorded.StateAt(Sheets.Now), recorded.ToConsent(null).Revoked));
        recorded.Close("meeting");
        recorded.Close("meeting");
        Assert.Equal(("referral", ConsentState.Revoking), (Assert.Single(recorded.Closing), recorded.StateAt(Sheets.Now)));
        recorded.Close("referral");
        Assert.Equal(ConsentState.Revoked, recorded.StateAt(Sheets.Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "CONSENT_ENDED", () => recorded.Revoke(new("tax-02"), "撤回", [], Sheets.Now));
    }

    [Fact]
    public void Revoke_OfAConsentThatIsOver_IsRefused()
    {
        var recorded = Record(Terms with { ValidUntil = Today });
        Refusals.AssertRefused(
            RefusalKind.WrongState, "CONSENT_ENDED", () => recorded.Revoke(new("tax-02"), "撤回", [], JapanCalendar.StartOf(Today.AddDays(1))));
    }

    [Fact]
    public void Enums_HaveTheNumbersOfTheContract()
    {
        EnumNumbers.AssertSame<ConsentGiver, Wire.ConsentGiver>();
        EnumNumbers.AssertSame<ConsentForm, Wire.ConsentForm>();
        EnumNumbers.AssertSame<ConsentState, Wire.ConsentState>();
    }

    static void AssertRefused(string code, ConsentTerms terms) => Refusals.AssertRefused(RefusalKind.Invalid, code, () => Record(terms));

    static RecordedConsent Record(ConsentTerms terms) =>
        RecordedConsent.Record(new(Guid.CreateVersion7()), terms, Sheets.Recorded(), new("tax-01"), Sheets.Now);
}
