using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.Unit.ServiceDefaults.Granting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Sharing;

/// <summary>The law as the rules of a new installation say it, one test for each of its sentences; and what becomes of grants when it changes.</summary>
public sealed class LawTests
{
    const string City = "city_department";
    const string Contractor = "contractor";
    const string Council = "social_welfare_council";
    const string School = "school";
    const string Hospital = "hospital";
    const string Npo = "npo";
    const string Legal = "legal";
    const string Commissioner = "welfare_commissioner";

    static readonly string[] Kinds = [City, Contractor, Council, School, Hospital, Npo, Legal, Commissioner];

    static readonly Grantee Meeting = Grantee.Meeting(Guid.Parse("019370c0-0000-7000-8000-00000000000a"));

    [Fact]
    public void Consent_CarriesToWhomThePersonChose() => AssertCarries(GrantBasis.Consent, meetings: true, Kinds);

    [Fact]
    public void PrivacyAct69Paragraph2Item1_WithThePersonsConsent_CarriesAsConsentDoes() =>
        AssertCarries(GrantBasis.PrivacyAct69Paragraph2Item1, meetings: true, Kinds);

    [Fact]
    public void PrivacyAct69Paragraph2Item2_CarriesWithinTheCityAlone() => AssertCarries(GrantBasis.PrivacyAct69Paragraph2Item2, meetings: false, City);

    [Fact]
    public void PrivacyAct69Paragraph2Item3_CarriesToPublicBodies() =>
        AssertCarries(GrantBasis.PrivacyAct69Paragraph2Item3, meetings: false, City, School, Hospital, Commissioner);

    [Fact]
    public void PrivacyAct69Paragraph2Item4_CarriesToWhomThePersonsBenefitAsksFor() =>
        AssertCarries(GrantBasis.PrivacyAct69Paragraph2Item4, meetings: false, City, School, Hospital, Commissioner, Legal);

    [Fact]
    public void PrivacyAct69Paragraph2_WithoutItsItem_CarriesWithinTheCityAlone() =>
        AssertCarries(GrantBasis.PrivacyAct69Paragraph2, meetings: false, City);

    [Fact]
    public void SocialWelfareAct106Article6_CarriesIntoTheMeetingAndNowhereElse() =>
        AssertCarries(GrantBasis.SocialWelfareAct106Article6, meetings: true);

    [Fact]
    public void Delegation_CarriesToThoseWhomTheCityCommissions() =>
        AssertCarries(GrantBasis.Delegation, meetings: false, Contractor, Council, Npo, Legal);

    [Fact]
    public void AbuseLaw_CarriesToThoseWhomItNames() =>
        AssertCarries(GrantBasis.AbuseLaw, meetings: false, City, Contractor, School, Hospital, Commissioner);

    [Fact]
    public void Emergency_CarriesToWhoeverHelps_ForEightHours()
    {
        AssertCarries(GrantBasis.Emergency, meetings: true, Kinds);
        Assert.Equal(TimeSpan.FromHours(8), Grants.RuleOf(GrantBasis.Emergency).Longest);
        Assert.All(Enum.GetValues<GrantBasis>(), basis => Assert.Equal(basis is GrantBasis.Emergency, Grants.RuleOf(basis).Longest is not null));
    }

    [Theory]
    [InlineData(Council)]
    [InlineData(Npo)]
    public void CouncilAndNpo_AreNoPublicBodies_AndReceiveByConsentDelegationMeetingOrEmergencyAlone(string kind) => Assert.Equal(
        [GrantBasis.Consent, GrantBasis.Delegation, GrantBasis.Emergency, GrantBasis.PrivacyAct69Paragraph2Item1],
        Enum.GetValues<GrantBasis>().Where(basis => Known.Carries(basis, Grantee.Agency(new(kind)), Grants.Now)));

    [Fact]
    public void Partners_ShareByConsentAndInAnEmergencyAlone() => Assert.Equal(
        [GrantBasis.Consent, GrantBasis.Emergency],
        Enum.GetValues<GrantBasis>().Where(basis => Grants.RuleOf(basis).Givers.Contains(Role.Partner)));

    [Fact]
    public void LayWatchersPlannersAuditorsAndAdministrators_OpenNothing()
    {
        Role[] without = [Role.LayWatcher, Role.Planner, Role.Auditor, Role.Administrator, Role.Service];
        Assert.All(Enum.GetValues<GrantBasis>(), basis => Assert.Empty(Grants.RuleOf(basis).Givers.Intersect(without)));
    }

    [Fact]
    public void AGrantToAStaffMember_CarriesByTheKindOfTheirAgency()
    {
        Assert.True(Known.Carries(GrantBasis.PrivacyAct69Paragraph2Item3, Grantee.Staff(new(School + "-01")), Grants.Now));
        Assert.False(Known.Carries(GrantBasis.PrivacyAct69Paragraph2Item3, Grantee.Staff(new(Npo + "-01")), Grants.Now));
    }

    [Fact]
    public void WhomTheDirectoryDoesNotKnow_NothingCarriesTo()
    {
        Assert.False(Known.Carries(GrantBasis.Consent, Grantee.Agency(new("nowhere")), Grants.Now));
        Assert.False(Known.Carries(GrantBasis.Consent, Grantee.Staff(new("nobody")), Grants.Now));
    }

    [Fact]
    public void WithoutRules_NothingCarries() => Assert.All(
        Enum.GetValues<GrantBasis>(), basis => Assert.False(Of([]).Carries(basis, Grantee.Agency(new(City)), Grants.Now)));

    [Fact]
    public void ARuleOfAnotherDay_TakesItsPlaceAtMidnightInJapan()
    {
        var until = new DateTimeOffset(2026, 12, 31, 15, 0, 0, TimeSpan.Zero);
        var law = Of([.. SampleRules.All, Closed(2, new(2027, 1, 1))]);

        Assert.True(law.Carries(GrantBasis.Consent, Grantee.Agency(new(Npo)), until.AddTicks(-1)));
        Assert.False(law.Carries(GrantBasis.Consent, Grantee.Agency(new(Npo)), until));
        Assert.True(law.Carries(GrantBasis.Consent, Meeting, until));
    }

    [Fact]
    public void OfTwoVersionsOfOneDay_TheHigherNumberCounts()
    {
        var open = SampleRules.Table.InForce(GrantBasis.Consent, Grants.Now)! with { Number = 3, From = new(2026, 11, 1) };

        Assert.True(Of([Closed(2, open.From), open]).Carries(GrantBasis.Consent, Grantee.Agency(new(Npo)), Grants.Now));
        Assert.False(Of([Closed(4, open.From), open]).Carries(GrantBasis.Consent, Grantee.Agency(new(Npo)), Grants.Now));
    }

    [Fact]
    public void AGrantWhoseBasisCarriesNoMore_IsSuspended_AndEndsAllTheSame()
    {
        var grant = Grants.Give(Grants.Terms(Grantee.Agency(new(Npo))));
        var law = Of([.. SampleRules.All, Closed(2, new(2026, 11, 1))]);

        Assert.Equal(GrantState.Live, Known.StateOf(grant, Grants.Now));
        Assert.Equal(GrantState.Suspended, law.StateOf(grant, Grants.Now));
        Assert.Equal(GrantState.Expired, law.StateOf(grant, grant.ExpiresAt));
        grant.Revoke(Grants.Staff, "終了", Grants.Now);
        Assert.Equal(GrantState.Revoked, law.StateOf(grant, Grants.Now));
    }

    [Fact]
    public void CreateGrant_OnABasisThatDoesNotCarryToTheGrantee_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "GRANT_BASIS_GRANTEE",
        () => GrantParties.Require(Grants.Terms(Grantee.Agency(new(Council)), GrantBasis.PrivacyAct69Paragraph2Item3), Known, null, Grants.Now));

    [Fact]
    public void CreateGrant_InARoleThatTheRulesDoNotName_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Forbidden, "GRANT_BASIS_ROLE", () => GrantParties.RequireRule(GrantBasis.AbuseLaw, Known, Caller(Role.Partner), Grants.Now));

    [Fact]
    public void CreateGrant_BeforeAnyRuleOfItsBasis_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "GRANT_BASIS_NOT_IN_FORCE",
        () => GrantParties.RequireRule(GrantBasis.Consent, Known, Caller(Role.Caseworker), new(2021, 3, 31, 14, 59, 59, TimeSpan.Zero)));

    static DirectorySnapshot Known { get; } = Of(SampleRules.All);

    // One agency of each kind, whose code is that of the kind.
    static DirectorySnapshot Of(IEnumerable<SharingRule> rules) => new(
        Kinds.ToDictionary(
            kind => new StaffId(kind + "-01"), kind => new KnownStaff(new(kind), new HashSet<Role>(), DateTimeOffset.MaxValue, Suspended: false)),
        Kinds.ToDictionary(kind => new AgencyId(kind), kind => new KnownAgency(new(kind), kind, [])),
        Grants.Now,
        Complete: true)
    {
        Sharing = new(rules),
    };

    static SharingRule Closed(int number, DateOnly from) => SampleRules.Table.InForce(GrantBasis.Consent, Grants.Now)! with
    {
        Number = number,
        From = from,
        Recipients = new HashSet<string>(),
    };

    static void AssertCarries(GrantBasis basis, bool meetings, params string[] kinds)
    {
        Assert.Equal(kinds.Order(), Kinds.Where(kind => Known.Carries(basis, Grantee.Agency(new(kind)), Grants.Now)).Order());
        Assert.Equal(meetings, Known.Carries(basis, Meeting, Grants.Now));
    }

    static Caller Caller(Role role) => new(Grants.Staff, Grants.Owner, new HashSet<Role> { role }, null);
}
