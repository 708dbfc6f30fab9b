using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.Unit.ServiceDefaults.Granting;
using Tsunagu.Tests.Unit.ServiceDefaults.Sharing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

/// <summary>Every rule × standing towards the row × state and reach of a grant, against the rule stated anew.</summary>
public sealed class RowDecisionTests
{
    static readonly DateTimeOffset Now = Grants.Now.AddMinutes(5);
    static readonly Guid Meeting = Guid.NewGuid();
    static readonly Resource Elsewhere = Grants.Consultation with { Id = Guid.NewGuid() };

    /// <summary>What a caller is to the row.</summary>
    public enum Standing
    {
        Owner,
        Receiver,
        Stranger,
        Nobody,
    }

    /// <summary>What a grant is to the caller.</summary>
    public enum Reach
    {
        NoGrant,
        MyAgency,
        Me,
        MyMeeting,
        OtherAgency,
        OtherStaff,
        OtherMeeting,
        OtherRecord,
        OtherKind,
    }

    [Fact]
    public void Decide_OverAllRulesStandingsAndGrants_ShowsExactlyWhatIsOwnedAddressedOrGranted()
    {
        var shown = 0;
        foreach (var rule in Enum.GetValues<RowRule>())
            foreach (var standing in Enum.GetValues<Standing>())
                foreach (var reach in Enum.GetValues<Reach>())
                    foreach (var state in Enum.GetValues<GrantState>())
                        foreach (var items in new string[][] { [], ["complaint"] })
                        {
                            var verdict = RowDecision.Decide(rule, Caller(standing), Row, Given(reach, state, items), new HashSet<Guid> { Meeting }, Directory, Now);
                            Assert.Equal(Expected(rule, standing, reach, state, items), verdict.Outcome);
                            shown += verdict.Shows ? 1 : 0;
                        }

        // Both answers occur in number: the walk covers more than refusals.
        Assert.InRange(shown, 400, 1_000);
    }

    [Fact]
    public void Decide_WithSeveralLiveGrants_AddsTheirItemsUp()
    {
        var verdict = ByGrants([.. Given(Reach.MyAgency, GrantState.Live, ["complaint"]), .. Given(Reach.Me, GrantState.Live, ["person"])]);

        Assert.Equal(RowOutcome.Mask, verdict.Outcome);
        Assert.Equal(["complaint", "person"], verdict.Items.Order());
    }

    [Fact]
    public void Decide_WhenOneOfSeveralLiveGrantsIsWhole_ShowsAll() => Assert.Equal(
        RowOutcome.Allow,
        ByGrants([.. Given(Reach.MyAgency, GrantState.Live, ["complaint"]), .. Given(Reach.Me, GrantState.Live, [])]).Outcome);

    [Theory]
    [InlineData(GrantState.Expired, RowReason.GrantExpired)]
    [InlineData(GrantState.Revoked, RowReason.GrantRevoked)]
    [InlineData(GrantState.Suspended, RowReason.GrantSuspended)]
    public void Decide_WhenTheGrantEnded_SaysHow(GrantState state, RowReason reason) =>
        Assert.Equal(reason, ByGrants(Given(Reach.MyAgency, state, [])).Reason);

    [Theory]
    [InlineData("support", RowReason.Granted)]
    [InlineData("statistics", RowReason.GrantPurpose)]
    [InlineData(null, RowReason.GrantPurpose)]
    public void Decide_WhenTheGrantNamesPurposes_AsksThatOfTheCall(string? purpose, RowReason reason)
    {
        var grant = Grants.Give(Grants.Terms() with { Consent = Consents.Given() with { Purposes = ["support"] } });
        var verdict = RowDecision.Decide(
            RowRule.OwnOrGranted, Caller(Standing.Stranger) with { Purpose = purpose }, Row, [grant], new HashSet<Guid>(), Directory, Now);

        Assert.Equal((reason, reason is RowReason.Granted), (verdict.Reason, verdict.Shows));
    }

    [Fact]
    public void Decide_WhenOwnerAndGranteeAreEmpty_RefusesAProgramWithoutAgency()
    {
        var orphan = new RowFacts(Grants.Consultation, new(""), new AgencyId(""));
        foreach (var rule in new[] { RowRule.OwnAgency, RowRule.OwnOrReceiver, RowRule.OwnOrGranted })
            Assert.False(RowDecision.Decide(rule, Caller(Standing.Nobody), orphan, [], new HashSet<Guid>(), Directory, Now).Shows);
    }

    static DirectorySnapshot Directory { get; } = new(
        new[] { "npo-01", "npo-02" }.ToDictionary(
            id => new StaffId(id), _ => new KnownStaff(new("npo"), new HashSet<Role>(), DateTimeOffset.MaxValue, Suspended: false)),
        new Dictionary<string, string> { ["tax"] = "city_department", ["school"] = "school", ["npo"] = "npo", ["hospital"] = "hospital" }
            .ToDictionary(agency => new AgencyId(agency.Key), agency => new KnownAgency(new(agency.Key), agency.Value, [])),
        Now,
        Complete: true)
    {
        Sharing = SampleRules.Table,
    };

    static RowFacts Row => new(Grants.Consultation, Grants.Owner, new AgencyId("school"));

    static RowVerdict ByGrants(IEnumerable<Grant> grants) =>
        RowDecision.Decide(RowRule.OwnOrGranted, Caller(Standing.Stranger), Row, grants, new HashSet<Guid> { Meeting }, Directory, Now);

    static RowOutcome Expected(RowRule rule, Standing standing, Reach reach, GrantState state, string[] items)
    {
        var own = standing is Standing.Owner && rule is not (RowRule.Unspecified or RowRule.BreakGlass);
        var addressed = standing is Standing.Receiver && rule is RowRule.OwnOrReceiver or RowRule.OwnOrGranted;
        // The grantee of these grants is the stranger, so nobody else gains by them; a meeting is attended by every caller of this test.
        var granted = rule is RowRule.OwnOrGranted && state is GrantState.Live
            && (reach is Reach.MyMeeting || (standing is Standing.Stranger && reach is Reach.MyAgency or Reach.Me));
        return rule is RowRule.Shared || own || addressed ? RowOutcome.Allow
            : !granted ? RowOutcome.Refuse
            : items.Length > 0 ? RowOutcome.Mask
            : RowOutcome.Allow;
    }

    static Caller Caller(Standing standing) => standing switch
    {
        Standing.Owner => Of("tax-02", "tax"),
        Standing.Receiver => Of("school-01", "school"),
        Standing.Stranger => Of("npo-01", "npo"),
        Standing.Nobody => Of("service:x", ""),
    };

    static Caller Of(string staff, string agency) => new(new(staff), new(agency), new HashSet<Role> { Role.Caseworker }, Consents.Purpose);

    // Within the city alone: to nobody of this test.
    static GrantBasis BasisFor(GrantState state) => state is GrantState.Suspended ? GrantBasis.PrivacyAct69Paragraph2Item2 : GrantBasis.Consent;

    static IEnumerable<Grant> Given(Reach reach, GrantState state, string[] items)
    {
        var (grantee, resource) = reach switch
        {
            Reach.NoGrant => (default(Grantee?), default(Resource)),
            Reach.MyAgency => (Grantee.Agency(new("npo")), Grants.Consultation),
            Reach.Me => (Grantee.Staff(new("npo-01")), Grants.Consultation),
            Reach.MyMeeting => (Grantee.Meeting(Meeting), Grants.Consultation),
            Reach.OtherAgency => (Grantee.Agency(new("hospital")), Grants.Consultation),
            Reach.OtherStaff => (Grantee.Staff(new("npo-02")), Grants.Consultation),
            Reach.OtherMeeting => (Grantee.Meeting(Guid.NewGuid()), Grants.Consultation),
            Reach.OtherRecord => (Grantee.Agency(new("npo")), Elsewhere),
            Reach.OtherKind => (Grantee.Agency(new("npo")), Grants.Consultation with { Kind = "case" }),
        };
        if (grantee is not { } named) return [];
        var grant = Grants.Give(Grants.Terms(named, BasisFor(state), state is GrantState.Expired ? Now : null, items) with
        {
            Resource = resource,
            Approver = new StaffId("tax-09"),
        });
        if (state is GrantState.Revoked) grant.Revoke(Grants.Staff, "終了", Grants.Now.AddMinutes(1));
        return [grant];
    }
}
