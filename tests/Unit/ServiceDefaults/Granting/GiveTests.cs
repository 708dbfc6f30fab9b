using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.Unit.ServiceDefaults.Sharing;
using Xunit;
using Wire = Tsunagu.Contracts.Grants.V1;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting;

public sealed class GiveTests
{
    static readonly DateTimeOffset YearEnd = new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Give_WithoutAnEnd_EndsWithTheFiscalYearOfJapan() => Assert.Equal(YearEnd, Grants.Give(Grants.Terms()).ExpiresAt);

    [Theory]
    [InlineData("2027-03-31T14:59:59Z", "2027-03-31T15:00:00Z")]
    [InlineData("2027-03-31T15:00:00Z", "2028-03-31T15:00:00Z")]
    [InlineData("2027-01-01T00:00:00Z", "2027-03-31T15:00:00Z")]
    public void LatestEnd_OfAnOrdinaryBasis_IsTheNextFirstOfAprilInJapan(string now, string end) =>
        Assert.Equal(Time(end), Grants.RuleOf(GrantBasis.Delegation).LatestEnd(Time(now)));

    [Theory]
    [InlineData("2026-11-22T03:00:00Z", "2026-11-22T11:00:00Z")]
    [InlineData("2027-03-31T14:00:00Z", "2027-03-31T15:00:00Z")]
    public void LatestEnd_OfAnEmergency_IsEightHoursAheadOrTheYearsEnd(string now, string end) =>
        Assert.Equal(Time(end), Grants.RuleOf(GrantBasis.Emergency).LatestEnd(Time(now)));

    [Fact]
    public void Give_PastTheFiscalYear_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "GRANT_EXPIRY_TOO_LATE", () => Grants.Give(Grants.Terms(until: YearEnd.AddTicks(10))));

    [Fact]
    public void Give_AnEmergencyForLonger_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "GRANT_EXPIRY_TOO_LATE",
        () => Grants.Give(Grants.Terms(basis: GrantBasis.Emergency, until: Grants.Now.AddHours(8).AddSeconds(1))));

    [Fact]
    public void Give_UntilNow_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "GRANT_EXPIRY_PAST", () => Grants.Give(Grants.Terms(until: Grants.Now)));

    [Theory]
    [InlineData(GrantBasis.Consent, false)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2, true)]
    [InlineData(GrantBasis.SocialWelfareAct106Article6, false)]
    [InlineData(GrantBasis.Delegation, false)]
    [InlineData(GrantBasis.AbuseLaw, true)]
    [InlineData(GrantBasis.Emergency, false)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2Item1, false)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2Item2, true)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2Item3, true)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2Item4, true)]
    public void Give_WithoutApprover_IsRefusedWhereTheBasisAsksForOne(GrantBasis basis, bool needed)
    {
        var terms = Grants.Terms(basis: basis);
        if (needed)
            Refusals.AssertRefused(RefusalKind.Invalid, "GRANT_APPROVER_MISSING", () => Grants.Give(terms));
        else
            Assert.Equal(basis, Grants.Give(terms).Basis);
        Assert.Equal("tax-09", Grants.Give(terms with { Approver = new StaffId("tax-09") }).Approver?.Value);
    }

    [Fact]
    public void Give_ApprovedByTheSamePerson_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "GRANT_APPROVER_SAME", () => Grants.Give(Grants.Terms(basis: GrantBasis.AbuseLaw) with { Approver = Grants.Staff }));

    [Fact]
    public void Give_ByAnotherAgency_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Forbidden, "GRANT_NOT_OWNER",
        () => Grant.Give(Guid.NewGuid(), Grants.Terms(), Grants.RuleOf(GrantBasis.Consent), Grants.Owner, new("npo-01"), Grants.Other, Grants.Now));

    [Fact]
    public void Give_WhenNeitherRowNorCallerHasAnAgency_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Forbidden, "GRANT_NOT_OWNER",
        () => Grant.Give(Guid.NewGuid(), Grants.Terms(), Grants.RuleOf(GrantBasis.Consent), new(""), new("service:x"), new(""), Grants.Now));

    [Fact]
    public void Give_ToTheOwner_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "GRANT_TO_OWNER", () => Grants.Give(Grants.Terms(Grantee.Agency(Grants.Owner))));

    [Fact]
    public void Issue_OfAReferral_NeedsNoApproverBesideTheSender() => Assert.Null(Grant.Issue(
        Guid.NewGuid(), Grants.Terms(basis: GrantBasis.AbuseLaw) with { Source = GrantSource.Referral(Guid.NewGuid()) },
        Grants.RuleOf(GrantBasis.AbuseLaw), Grants.Owner, Grants.Staff, Grants.Owner, Grants.Now).Approver);

    [Theory]
    [InlineData(GrantBasis.Consent)]
    [InlineData(GrantBasis.PrivacyAct69Paragraph2Item1)]
    public void Give_OnConsentThatIsNotOnRecord_IsRefused(GrantBasis basis) => Refusals.AssertRefused(
        RefusalKind.Invalid, "CONSENT_MISSING", () => Grants.Give(Grants.Terms(basis: basis) with { Consent = null }));

    [Fact]
    public void Give_OnConsent_EndsWithItAndServesItsPurposesAlone()
    {
        var consent = Consents.Given() with { Purposes = ["support", "visit"], ValidUntil = new(2026, 12, 31) };
        var grant = Grants.Give(Grants.Terms() with { Consent = consent });

        Assert.Equal((consent.Id, Time("2026-12-31T15:00:00Z")), (grant.ConsentId, grant.ExpiresAt));
        Assert.Equal([true, true, false, false], new[] { "support", "visit", "statistics", null }.Select(grant.Serves));
        Refusals.AssertRefused(
            RefusalKind.Invalid, "GRANT_EXPIRY_TOO_LATE",
            () => Grants.Give(Grants.Terms(until: grant.ExpiresAt.AddTicks(10)) with { Consent = consent }));
    }

    [Fact]
    public void Give_OnAnotherBasis_ServesAnyPurpose()
    {
        var grant = Grants.Give(Grants.Terms(basis: GrantBasis.Delegation));
        Assert.True(grant.Serves("statistics") && grant.Serves(null));
    }

    [Fact]
    public void Revoke_EndsAGrantOnce()
    {
        var grant = Grants.Give(Grants.Terms());
        grant.Revoke(Grants.Staff, "終了", Grants.Now.AddHours(1));

        Assert.Equal(GrantState.Revoked, grant.StateAt(Grants.Now.AddHours(1)));
        Refusals.AssertRefused(RefusalKind.WrongState, "GRANT_ENDED", () => grant.Revoke(Grants.Staff, "終了", Grants.Now.AddHours(2)));
    }

    [Fact]
    public void StateAt_TheEnd_IsExpired()
    {
        var grant = Grants.Give(Grants.Terms(until: Grants.Now.AddMinutes(1)));
        Assert.Equal(GrantState.Live, grant.StateAt(grant.ExpiresAt.AddTicks(-1)));
        Assert.Equal(GrantState.Expired, grant.StateAt(grant.ExpiresAt));
        Refusals.AssertRefused(RefusalKind.WrongState, "GRANT_ENDED", () => grant.Revoke(Grants.Staff, "終了", grant.ExpiresAt));
    }

    [Fact]
    public void Enums_HaveTheNumbersOfTheContract()
    {
        EnumNumbers.AssertSame<GranteeKind, Wire.GranteeKind>();
        EnumNumbers.AssertSame<GrantState, Wire.GrantState>();
        // Names of the contract without its prefix are the codes; sheets have the same.
        var named = Enum.GetValues<GrantBasis>().Select(basis => ((int)basis, GrantBases.CodeOf(basis).ToUpperInvariant()));
        Assert.Equal(named, Names(Wire.GrantReflection.Descriptor, nameof(Wire.GrantBasis), "GRANT_BASIS_"));
        Assert.Equal(named, Names(ReferralReflection.Descriptor, nameof(LegalBasis), "LEGAL_BASIS_"));
    }

    static IEnumerable<(int, string)> Names(FileDescriptor file, string type, string prefix) => file.EnumTypes.Single(one => one.Name == type).Values
        .Where(value => value.Number > 0)
        .Select(value => (value.Number, value.Name[prefix.Length..]));

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
