using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>What two persons agree on decides what each legal basis carries, at the owner at once and everywhere soon.</summary>
[Collection(typeof(WholeDirectory))]
public sealed class SharingRulesTests(DirectoryWorld world)
{
    SharingRulesService.SharingRulesServiceClient Rules => world.Sharing(world.Administrator);

    [Fact]
    public async Task ApprovedRules_CloseWhatTheyDoNotCarry_AndOpenItAgain()
    {
        var consultation = await new IntakeService.IntakeServiceClient(world.Intake(world.Sender)).RecordConsultationAsync(Desk.Sheet());
        var grants = new GrantService.GrantServiceClient(world.Intake(world.Sender));
        var given = await grants.CreateGrantAsync(ToReceiver(consultation));
        await SeesAsync(consultation, StatusCode.OK);
        var open = await Rules.GetSharingRulesAsync(new());

        var closing = Proposal(await NewestAsync(), Today, [.. open.Rules.Select(rule => Without(rule, GrantBasis.Delegation, AgencyKind.Npo))]);
        var preview = new GrantService.GrantServiceClient(world.Intake(world.Administrator));
        var changes = (await preview.PreviewSharingRulesAsync(new() { StartsOn = Today, Rules = { closing.Rules } })).Changes;
        Assert.Equal(
            (GrantBasis.Delegation, GranteeKind.Agency, AgencyKind.Npo, 0),
            Assert.Single(changes) is var change ? (change.Basis, change.GranteeKind, change.AgencyKind, change.Opened) : default);
        Assert.True(change.Closed > 0);
        var proposed = await Rules.ProposeSharingRulesAsync(closing);
        Assert.Equal((SharingRulesState.Proposed, world.Administrator.Staff), (proposed.State, proposed.ProposedByStaffId));
        Assert.Equal(open, await Rules.GetSharingRulesAsync(new()));
        var approved = await world.Sharing(world.Deputy).ApproveSharingRulesAsync(new() { RequestId = Story.NewId(), Version = proposed.Version });

        Assert.Equal((SharingRulesState.Approved, world.Deputy.Staff), (approved.State, approved.DecidedByStaffId));
        Assert.Equal(approved, await Rules.GetSharingRulesAsync(new()));
        await Refused.AssertFieldAsync("content.legal_basis", Send(await DraftAsync()), "LEGAL_BASIS_RECEIVER");
        await SeesAsync(consultation, StatusCode.NotFound);
        Assert.Empty((await new GrantService.GrantServiceClient(world.Intake(world.Receiver)).ListReceivedGrantsAsync(new())).Grants);
        Assert.Equal(GrantState.Suspended, (await grants.GetGrantAsync(new() { GrantId = given.GrantId })).State);
        await Refused.AssertFieldAsync("basis", grants.CreateGrantAsync(ToReceiver(consultation)), "GRANT_BASIS_GRANTEE");

        var opening = Assert.Single((await preview.PreviewSharingRulesAsync(new() { StartsOn = Today, Rules = { open.Rules } })).Changes);
        Assert.Equal((0, change.Closed), (opening.Closed, opening.Opened));
        await ApproveAsync(Proposal(approved.Version, Today, [.. open.Rules]));
        await SeesAsync(consultation, StatusCode.OK);
        Assert.Equal(GrantState.Live, (await grants.GetGrantAsync(new() { GrantId = given.GrantId })).State);
        Assert.Equal(ReferralState.Sent, (await Send(await DraftAsync())).State);
    }

    [Fact]
    public async Task RulesOfALaterDay_AreKnownAndChangeNothingBefore()
    {
        var open = await Rules.GetSharingRulesAsync(new());
        var later = await ApproveAsync(Proposal(await NewestAsync(), "2098-04-01", [.. open.Rules.Select(rule => Without(rule, GrantBasis.Delegation, AgencyKind.Npo))]));

        Assert.Equal(open, await Rules.GetSharingRulesAsync(new()));
        Assert.Equal(later, await Rules.GetSharingRulesAsync(new() { AsOf = "2098-04-01" }));
        Assert.Equal(open, await Rules.GetSharingRulesAsync(new() { AsOf = "2098-03-31" }));
        await Refused.AssertAsync(StatusCode.NotFound, "SHARING_RULES_NOT_FOUND", Rules.GetSharingRulesAsync(new() { AsOf = "2021-03-31" }));
        Assert.Equal(ReferralState.Sent, (await Send(await DraftAsync())).State);
    }

    [Fact]
    public async Task Proposal_IsDecidedByAnotherPersonOfTheCity_Once()
    {
        var open = await Rules.GetSharingRulesAsync(new());
        var proposal = Proposal(await NewestAsync(), "2098-04-01", [.. open.Rules]);
        var proposed = await Rules.ProposeSharingRulesAsync(proposal);
        var approve = new ApproveSharingRulesRequest { RequestId = Story.NewId(), Version = proposed.Version };
        var outsider = new Person($"s-{Guid.NewGuid():N}", world.Receiver.Agency, "manager");
        await world.Directory(world.Administrator).EnrolStaffAsync(new()
        {
            RequestId = Story.NewId(),
            AgencyId = outsider.Agency,
            StaffId = outsider.Staff,
            Name = "架空　花子",
            Roles = { Role.Manager },
        });
        await world.BecomesAsync("", "referral", outsider);

        await Refused.AssertAsync(StatusCode.PermissionDenied, "SHARING_RULES_SAME_PERSON", Rules.ApproveSharingRulesAsync(approve));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "SHARING_RULES_CITY_ONLY", world.Sharing(outsider).ApproveSharingRulesAsync(approve));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", world.Sharing(world.Sender).ApproveSharingRulesAsync(approve));
        await Refused.AssertAsync(StatusCode.NotFound, "SHARING_RULES_NOT_FOUND", world.Sharing(world.Deputy).ApproveSharingRulesAsync(
            new() { RequestId = Story.NewId(), Version = "999" }));

        var rejected = await Rules.RejectSharingRulesAsync(new() { RequestId = Story.NewId(), Version = proposed.Version, Reason = "取り下げ" });
        Assert.Equal((SharingRulesState.Rejected, "取り下げ"), (rejected.State, rejected.DecisionReason));
        await Refused.AssertAsync(
            StatusCode.FailedPrecondition, "SHARING_RULES_DECIDED", world.Sharing(world.Deputy).ApproveSharingRulesAsync(approve));
        Assert.Equal(rejected, (await Rules.ListSharingRulesAsync(new())).Versions[0]);
    }

    [Theory]
    [InlineData("SHARING_RULES_OVERTAKEN")]
    [InlineData("SHARING_RULES_START_PAST")]
    [InlineData("SHARING_RULES_INCOMPLETE")]
    [InlineData("SHARING_RULES_GIVER_INVALID")]
    [InlineData("FIELD_INVALID")]
    public async Task Proposal_ThatIsUnsound_IsRefused(string code)
    {
        var proposal = Proposal(await NewestAsync(), "2098-04-01", [.. (await Rules.GetSharingRulesAsync(new())).Rules]);
        switch (code)
        {
            case "SHARING_RULES_OVERTAKEN": proposal.BasedOn = "0"; break;
            case "SHARING_RULES_START_PAST": proposal.StartsOn = "2026-04-01"; break;
            case "SHARING_RULES_INCOMPLETE": proposal.Rules.RemoveAt(3); break;
            case "SHARING_RULES_GIVER_INVALID": proposal.Rules[0].Givers.Add(Role.Planner); break;
            case "FIELD_INVALID": proposal.Rules[0].LongestHours = 10_000; break;
        }

        if (code == "FIELD_INVALID")
            await Refused.AssertFieldAsync("rules", new GrantService.GrantServiceClient(world.Intake(world.Administrator)).PreviewSharingRulesAsync(
                new() { StartsOn = proposal.StartsOn, Rules = { proposal.Rules.Skip(1) } }));
        var status = code == "SHARING_RULES_OVERTAKEN" ? StatusCode.FailedPrecondition : StatusCode.InvalidArgument;
        await Refused.AssertAsync(status, code, Rules.ProposeSharingRulesAsync(proposal));
    }

    static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<string> NewestAsync() =>
        (await Rules.ListSharingRulesAsync(new())).Versions.First(version => version.State is SharingRulesState.Approved).Version;

    static ProposeSharingRulesRequest Proposal(string basedOn, string startsOn, IReadOnlyList<SharingRule> rules) =>
        new() { RequestId = Story.NewId(), BasedOn = basedOn, StartsOn = startsOn, Rules = { rules }, Reason = "法改正のため" };

    async Task<SharingRules> ApproveAsync(ProposeSharingRulesRequest proposal)
    {
        var proposed = await Rules.ProposeSharingRulesAsync(proposal);
        return await world.Sharing(world.Deputy).ApproveSharingRulesAsync(new() { RequestId = Story.NewId(), Version = proposed.Version });
    }

    static SharingRule Without(SharingRule rule, GrantBasis basis, AgencyKind recipient)
    {
        var narrower = rule.Clone();
        if (rule.Basis == basis)
            narrower.Recipients.Remove(recipient);
        return narrower;
    }

    CreateGrantRequest ToReceiver(Consultation consultation) => new()
    {
        RequestId = Story.NewId(),
        ResourceKind = "consultation",
        ResourceId = consultation.ConsultationId,
        Grantee = new() { Kind = GranteeKind.Agency, Id = world.Receiver.Agency },
        Basis = GrantBasis.Delegation,
        Reason = "同行支援のため",
    };

    async Task<Referral> DraftAsync() => await world.Referrals(world.Sender).CreateReferralAsync(new()
    {
        RequestId = Story.NewId(),
        ToAgencyId = world.Receiver.Agency,
        Content = new() { Purpose = "家計の困りごと", Request = "家計の相談", LegalBasis = LegalBasis.Delegation, Contact = "納税課" },
        RespondBy = DateTimeOffset.UtcNow.AddDays(7).ToTimestamp(),
    });

    AsyncUnaryCall<Referral> Send(Referral draft) =>
        world.Referrals(world.Sender).SendReferralAsync(new() { RequestId = Story.NewId(), ReferralId = draft.ReferralId });

    async Task SeesAsync(Consultation consultation, StatusCode expected) => Assert.Equal(
        expected,
        await Eventually.GetAsync(
            () => Refused.StatusOfAsync(new IntakeService.IntakeServiceClient(world.Intake(world.Receiver)).GetConsultationAsync(
                new() { ConsultationId = consultation.ConsultationId })),
            status => status == expected));
}
