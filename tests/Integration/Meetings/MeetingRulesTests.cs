using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

/// <summary>What two persons of the city agree on decides who calls a meeting on which day, and with whose consent.</summary>
[Collection(nameof(MeetingFixture))]
public sealed class MeetingRulesTests(MeetingFixture fixture)
{
    static int years = 2099;

    // A first day of its own for each test, a year before those of the tests before it: until then what the service began with is in force.
    readonly DateTimeOffset _start = new(Interlocked.Decrement(ref years), 4, 1, 0, 0, 0, TimeSpan.FromHours(9));

    MeetingRulesService.MeetingRulesServiceClient Administrator => fixture.Rules("admin-01");

    MeetingRulesService.MeetingRulesServiceClient Deputy => fixture.Rules("welfare-manager-01", "welfare-general", "manager");

    string Day => _start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Approved_AreInForceFromTheirFirstDayOn()
    {
        var before = await Administrator.GetMeetingRulesAsync(new());
        var proposed = await Administrator.ProposeMeetingRulesAsync(await ProposalAsync(Consent(MeetingKind.SupporterConference)));
        Assert.Equal((MeetingRulesState.Proposed, "admin-01", Day), (proposed.State, proposed.ProposedByStaffId, proposed.StartsOn));
        Assert.Equal(before, await Administrator.GetMeetingRulesAsync(new() { AsOf = Day }));

        var approved = await Deputy.ApproveMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = proposed.Version });

        Assert.Equal((MeetingRulesState.Approved, "welfare-manager-01"), (approved.State, approved.DecidedByStaffId));
        Assert.Equal(approved, await Administrator.GetMeetingRulesAsync(new() { AsOf = Day }));
        Assert.Equal(before, await Administrator.GetMeetingRulesAsync(new()));
        Assert.Equal(
            before, await Administrator.GetMeetingRulesAsync(new() { AsOf = _start.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
        Assert.Equal(approved, (await Deputy.ListMeetingRulesAsync(new())).Versions.Single(version => version.Version == proposed.Version));
        await Refused.AssertAsync(StatusCode.NotFound, "MEETING_RULES_NOT_FOUND", Deputy.GetMeetingRulesAsync(new() { AsOf = "2021-03-31" }));
    }

    [Fact]
    public async Task Meetings_AreCalledByTheVersionOfTheirDay()
    {
        var convener = await fixture.ConvenerAsync();
        await ApproveAsync(await ProposalAsync(Consent(MeetingKind.SupporterConference)));
        var consent = await convener.ConsentAsync(fixture);

        Assert.Equal("", (await convener.CallAsync(Supporters(_start.AddMinutes(-1)))).ConsentId);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_CONSENT_MISSING", convener.CallAsync(Supporters(_start)));
        Assert.Equal(consent.ConsentId, (await convener.CallAsync(Supporters(_start) + (request => request.ConsentId = consent.ConsentId))).ConsentId);
    }

    [Fact]
    public async Task Meetings_AreCalledByThoseWhomTheRulesName()
    {
        var (named, other) = (await fixture.ConvenerAsync(), await fixture.ConvenerAsync());
        await ApproveAsync(await ProposalAsync(rule =>
        {
            rule.ConvenerKinds.Clear();
            rule.ConvenerAgencyIds.Add(named.Agency);
        }));

        Assert.Equal(named.Agency, (await named.CallAsync(Supporters(_start))).ConvenerAgencyId);
        await Refused.AssertAsync(StatusCode.PermissionDenied, "MEETING_CONVENER_NOT_PERMITTED", other.CallAsync(Supporters(_start)));
    }

    [Fact]
    public async Task SupportConference_CalledFromOutsideTheMunicipality_IsRefusedAndTellsNothing()
    {
        var outside = await fixture.ConvenerAsync();
        await fixture.DescribeAsync(outside.Agency, "npo");

        await Refused.AssertAsync(StatusCode.PermissionDenied, "MEETING_CONVENER_NOT_PERMITTED", outside.CallAsync());
        Assert.Equal(0, await fixture.ToldAsync(outside.Agency));
        Assert.Equal(outside.Agency, (await outside.CallAsync(request => request.Kind = MeetingKind.SupporterConference)).ConvenerAgencyId);
    }

    [Fact]
    public async Task Meetings_WithoutPersonalDataOrConveners_AreNotCalledAboutACase()
    {
        var convener = await fixture.ConvenerAsync();
        await ApproveAsync(await ProposalAsync(rule =>
        {
            rule.PersonalData = rule.Kind is not MeetingKind.SupporterConference;
            if (rule.Kind is MeetingKind.InternalLiaison)
                rule.ConvenerKinds.Clear();
        }));

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_PERSONAL_DATA", convener.CallAsync(Supporters(_start)));
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_KIND_NOT_IN_FORCE", convener.CallAsync(At(_start, MeetingKind.InternalLiaison)));
    }

    [Fact]
    public async Task Preview_CountsWhatWouldBeRefusedWhileTheRulesAreInForce_AndNamesTheKinds()
    {
        var convener = await fixture.ConvenerAsync();
        var end = _start.AddMonths(6);
        await ApproveAsync(await ProposalAsync(_ => { }, end));
        foreach (var startsAt in new[] { _start.AddMinutes(-1), _start, _start.AddDays(40), end })
            await convener.CallAsync(Supporters(startsAt));
        await convener.CallAsync(At(_start.AddDays(1), MeetingKind.SupportConference));
        await convener.CancelAsync(await convener.CallAsync(Supporters(_start.AddDays(2))));
        var consent = await convener.ConsentAsync(fixture);
        await convener.CallAsync(Supporters(_start.AddDays(3)) + (request => request.ConsentId = consent.ConsentId));
        var proposal = await ProposalAsync(rule =>
        {
            rule.ConsentRequired = rule.Kind is MeetingKind.SupporterConference;
            if (rule.Kind is MeetingKind.SupportConference)
                rule.ConvenerKinds.Clear();
        });

        var preview = await Administrator.PreviewMeetingRulesAsync(new() { StartsOn = Day, Rules = { proposal.Rules } });

        Assert.Equal(
            [
                new RefusedMeetings { Kind = MeetingKind.SupportConference, Code = "MEETING_KIND_NOT_IN_FORCE", Count = 1 },
                new RefusedMeetings { Kind = MeetingKind.SupporterConference, Code = "MEETING_CONSENT_MISSING", Count = 2 },
            ],
            preview.Refused);
        Assert.Equal([MeetingKind.SupportConference], preview.ClosedKinds);
        Assert.Empty(preview.OpenedKinds);

        await ApproveAsync(proposal);
        var back = await Deputy.PreviewMeetingRulesAsync(new() { StartsOn = Day, Rules = { (await ProposalAsync(_ => { })).Rules } });
        Assert.Equal([MeetingKind.SupportConference], back.OpenedKinds);
        Assert.Empty(back.Refused);
    }

    [Fact]
    public async Task Proposal_IsDecidedByAnotherPersonOfTheCity_Once()
    {
        var proposal = await ProposalAsync(_ => { });
        var proposed = await Administrator.ProposeMeetingRulesAsync(proposal);
        var approve = new ApproveMeetingRulesRequest { RequestId = Convener.NewId(), Version = proposed.Version };
        var outside = fixture.Rules("npo-manager", "rules-npo", "manager");
        await fixture.DescribeAsync("rules-npo", "npo");

        await Refused.AssertAsync(StatusCode.PermissionDenied, "MEETING_RULES_SAME_PERSON", Administrator.ApproveMeetingRulesAsync(approve));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "MEETING_RULES_CITY_ONLY", outside.ApproveMeetingRulesAsync(approve));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "MEETING_RULES_CITY_ONLY", outside.ProposeMeetingRulesAsync(proposal));
        await Refused.AssertAsync(
            StatusCode.PermissionDenied, "MEETING_RULES_CITY_ONLY", outside.PreviewMeetingRulesAsync(new() { StartsOn = Day, Rules = { proposal.Rules } }));
        await Refused.AssertAsync(
            StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", fixture.Rules("coord-01", "welfare-general", "coordinator").ApproveMeetingRulesAsync(approve));
        await Refused.AssertAsync(
            StatusCode.NotFound, "MEETING_RULES_NOT_FOUND", Deputy.ApproveMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = "999" }));

        var rejected = await Administrator.RejectMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = proposed.Version, Reason = "取り下げ" });
        Assert.Equal((MeetingRulesState.Rejected, "取り下げ"), (rejected.State, rejected.DecisionReason));
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_RULES_DECIDED", Deputy.ApproveMeetingRulesAsync(approve));
    }

    [Fact]
    public async Task Approval_WhenTheFirstDayIsOver_IsRefused()
    {
        var proposed = await Administrator.ProposeMeetingRulesAsync(await ProposalAsync(_ => { }));
        await fixture.OverdueAsync(proposed.Version);

        await Refused.AssertFieldAsync(
            "starts_on",
            Deputy.ApproveMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = proposed.Version }),
            "MEETING_RULES_START_PAST");
    }

    [Fact]
    public async Task OfProposalsMadeAtOnce_EachHasItsNumber_AndOfApprovalsAtOnceOneIsTaken()
    {
        var proposal = await ProposalAsync(_ => { });
        var proposed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Administrator.ProposeMeetingRulesAsync(
            new(proposal) { RequestId = Convener.NewId() }).ResponseAsync));
        Assert.Equal(6, proposed.Select(version => version.Version).Distinct().Count());

        var ended = await Task.WhenAll(proposed.Select(version => Refused.StatusOfAsync(
            Deputy.ApproveMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = version.Version }))));

        Assert.Equal((1, 5), (ended.Count(status => status is StatusCode.OK), ended.Count(status => status is StatusCode.FailedPrecondition)));
    }

    [Fact]
    public async Task SameRequestId_IsProposedAndApprovedOnce()
    {
        var proposal = await ProposalAsync(_ => { });
        var proposed = await Administrator.ProposeMeetingRulesAsync(proposal);
        Assert.Equal(proposed, await Administrator.ProposeMeetingRulesAsync(proposal));
        Assert.Single((await Administrator.ListMeetingRulesAsync(new())).Versions, version => version.StartsOn == Day);

        var approve = new ApproveMeetingRulesRequest { RequestId = Convener.NewId(), Version = proposed.Version };
        Assert.Equal(await Deputy.ApproveMeetingRulesAsync(approve), await Deputy.ApproveMeetingRulesAsync(approve));
    }

    [Theory]
    [InlineData("MEETING_RULES_OVERTAKEN")]
    [InlineData("MEETING_RULES_START_PAST")]
    [InlineData("MEETING_RULES_INCOMPLETE")]
    [InlineData("MEETING_RULES_AGENCY_UNKNOWN")]
    [InlineData("FIELD_INVALID")]
    public async Task Proposal_ThatIsUnsound_IsRefused(string code)
    {
        var proposal = await ProposalAsync(_ => { });
        switch (code)
        {
            case "MEETING_RULES_OVERTAKEN": proposal.BasedOn = "0"; break;
            case "MEETING_RULES_START_PAST": proposal.StartsOn = "2026-04-01"; break;
            case "MEETING_RULES_INCOMPLETE": proposal.Rules.RemoveAt(3); break;
            case "MEETING_RULES_AGENCY_UNKNOWN": proposal.Rules[0].ConvenerAgencyIds.Add("nobody"); break;
            case "FIELD_INVALID": proposal.Rules[0].ConvenerKinds.Add(AgencyKind.Unspecified); break;
        }

        var status = code == "MEETING_RULES_OVERTAKEN" ? StatusCode.FailedPrecondition : StatusCode.InvalidArgument;
        await Refused.AssertAsync(status, code, Administrator.ProposeMeetingRulesAsync(proposal));
        if (code is not ("MEETING_RULES_OVERTAKEN" or "MEETING_RULES_START_PAST"))
            await Refused.AssertAsync(
                status, code, Administrator.PreviewMeetingRulesAsync(new() { StartsOn = proposal.StartsOn, Rules = { proposal.Rules } }));
    }

    // What the service began with, but for what is changed.
    async Task<ProposeMeetingRulesRequest> ProposalAsync(Action<MeetingRule> change, DateTimeOffset? start = null)
    {
        var versions = (await Administrator.ListMeetingRulesAsync(new())).Versions;
        var proposal = new ProposeMeetingRulesRequest
        {
            RequestId = Convener.NewId(),
            BasedOn = versions.First(version => version.State is MeetingRulesState.Approved).Version,
            StartsOn = (start ?? _start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Rules = { versions.Single(version => version.Version == "1").Rules.Select(rule => rule.Clone()) },
            Reason = "法改正のため",
        };
        foreach (var rule in proposal.Rules) change(rule);
        return proposal;
    }

    async Task ApproveAsync(ProposeMeetingRulesRequest proposal)
    {
        var proposed = await Administrator.ProposeMeetingRulesAsync(proposal);
        _ = await Deputy.ApproveMeetingRulesAsync(new() { RequestId = Convener.NewId(), Version = proposed.Version });
    }

    static Action<MeetingRule> Consent(MeetingKind kind) => rule => rule.ConsentRequired |= rule.Kind == kind;

    static Action<CallMeetingRequest> Supporters(DateTimeOffset startsAt) => At(startsAt, MeetingKind.SupporterConference);

    static Action<CallMeetingRequest> At(DateTimeOffset startsAt, MeetingKind kind) => request => (request.StartsAt, request.Kind) = (startsAt.ToTimestamp(), kind);
}
