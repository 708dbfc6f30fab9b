using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.Unit.ServiceDefaults.Granting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Sharing;

/// <summary>同意は本人ごと・共有先ごと・目的ごと・期間ごと: what a consent covers, and nothing beside it.</summary>
public sealed class ConsentTests
{
    static readonly ConsentRecipient Npo = ConsentRecipient.Of(new AgencyId("npo"), "npo");
    static readonly ConsentRecipient School = ConsentRecipient.Of(new AgencyId("school"), "school");
    static readonly ConsentRecipient Meeting = new(true, null, null);

    [Fact]
    public void Consent_IsForTheAgenciesThatItNames()
    {
        Assert.True(Covers(Consents.Given(), Npo));
        Assert.False(Covers(Consents.Given(), School) || Covers(Consents.Given(), Meeting) || Covers(Consents.Given(), default));
        AssertRefused("CONSENT_RECIPIENT", Consents.Given(), Consents.About, School);
    }

    [Fact]
    public void Consent_IsForTheKindsOfAgencyThatItNames()
    {
        var consent = Consents.Given() with { Agencies = new HashSet<AgencyId>(), AgencyKinds = new HashSet<string> { "school" } };
        Assert.Equal((true, false, false), (Covers(consent, School), Covers(consent, Npo), Covers(consent, Meeting)));
    }

    [Fact]
    public void Consent_IsForMeetingsWhenItSaysSo() =>
        Assert.Equal((true, false), (Covers(Consents.Given() with { Meetings = true }, Meeting), Covers(Consents.Given() with { Meetings = true }, School)));

    [Fact]
    public void Consent_IsOfOnePerson()
    {
        var (consultation, opened) = (Consents.About.Consultation, Consents.About.Case);
        foreach (var own in new ConsentOrigin[] { Consents.About, new(consultation, null), new(null, opened) })
            Consents.Given().Require(own, Npo, Grants.Now);
        foreach (var foreign in new ConsentOrigin[] { default, new(Guid.NewGuid(), opened), new(consultation, Guid.NewGuid()), new(null, Guid.NewGuid()) })
        {
            AssertRefused("CONSENT_OTHER_PERSON", Consents.Given(), foreign, Npo);
            Assert.False(Consents.Given().Covers(foreign, Npo, Grants.Now));
        }

        // While no case was opened, a case is always somebody else's.
        AssertRefused("CONSENT_OTHER_PERSON", Consents.Given() with { About = new(consultation, null) }, Consents.About, Npo);
    }

    [Fact]
    public void Consent_IsForItsDaysInJapan()
    {
        var consent = Consents.Given() with { GivenOn = new(2026, 11, 22), ValidUntil = new(2026, 11, 23) };
        DateTimeOffset first = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero), end = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

        Assert.Equal(end, consent.EndsAt);
        Assert.Equal(
            [false, true, true, false],
            new[] { first.AddTicks(-1), first, end.AddTicks(-1), end }.Select(at => consent.Covers(Consents.About, Npo, at)));
        Refusals.AssertRefused(RefusalKind.Invalid, "CONSENT_ENDED", () => consent.Require(Consents.About, Npo, end));
    }

    [Fact]
    public void Consent_ThatIsRevoked_CoversNothing()
    {
        Assert.False(Covers(Consents.Given() with { Revoked = true }, Npo));
        AssertRefused("CONSENT_ENDED", Consents.Given() with { Revoked = true }, Consents.About, Npo);
    }

    [Fact]
    public void BasesThatRestOnConsent_AreConsentAndItem1() => Assert.Equal(
        [GrantBasis.Consent, GrantBasis.PrivacyAct69Paragraph2Item1], Enum.GetValues<GrantBasis>().Where(GrantBases.RestsOnConsent));

    static bool Covers(Consent consent, ConsentRecipient recipient) => consent.Covers(Consents.About, recipient, Grants.Now);

    static void AssertRefused(string code, Consent consent, ConsentOrigin about, ConsentRecipient recipient) =>
        Refusals.AssertRefused(RefusalKind.Invalid, code, () => consent.Require(about, recipient, Grants.Now));
}
