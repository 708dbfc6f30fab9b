using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Tests.Integration.Notifications;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>A record is opened to somebody else, in whole or in part, and closed again.</summary>
[Collection(nameof(IntakeFixture))]
public sealed class GrantTests(IntakeFixture fixture)
{
    [Fact]
    public async Task CreateGrant_OpensTheRecordToTheAgencyAndToNobodyElse()
    {
        var (owner, receiver, stranger) = (fixture.Desk(), fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        await AssertHiddenAsync(receiver, consultation);

        var grant = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency));

        Assert.Equal((GrantState.Live, owner.Agency, owner.Staff), (grant.State, grant.OwnerAgencyId, grant.GrantedByStaffId));
        Assert.Equal(consultation, await ReadAsync(receiver, consultation));
        await AssertHiddenAsync(stranger, consultation);
        Assert.Empty((await receiver.Intake.ListConsultationsAsync(new())).Consultations);
    }

    [Fact]
    public async Task CreateGrant_ToOneStaffMember_OpensNothingToColleagues()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var request = Request(consultation, receiver.Agency);
        request.Grantee = new() { Kind = GranteeKind.Staff, Id = receiver.Staff };
        await fixture.Grants(owner).CreateGrantAsync(request);

        Assert.Equal(consultation, await ReadAsync(receiver, consultation));
        await AssertHiddenAsync(fixture.Desk(agency: receiver.Agency, staff: $"{receiver.Agency}-02"), consultation);
    }

    [Fact]
    public async Task CreateGrant_OfItems_ShowsThoseAlone()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync(sheet => sheet.Person = new() { Kana = "カクウ" });
        await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency, "complaint"));

        var shown = await ReadAsync(receiver, consultation);

        Assert.Equal((consultation.Complaint, null, Issue.Unspecified), (shown.Complaint, shown.Person, shown.MainIssue));
        Assert.Equal(consultation, await ReadAsync(owner, consultation));
    }

    [Fact]
    public async Task RevokeGrant_StopsReadsFromTheAnswerOn()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var grant = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency));
        Assert.Equal(consultation, await ReadAsync(receiver, consultation));

        var revoked = await fixture.Grants(owner).RevokeGrantAsync(Revocation(grant));

        Assert.Equal((GrantState.Revoked, owner.Staff, "誤りのため"), (revoked.State, revoked.RevokedByStaffId, revoked.RevokeReason));
        await AssertHiddenAsync(receiver, consultation);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "GRANT_ENDED", fixture.Grants(owner).RevokeGrantAsync(Revocation(revoked)));
    }

    [Fact]
    public async Task RevokeGrant_OfAVersionThatIsGone_IsRefused()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var grant = await fixture.Grants(owner).CreateGrantAsync(Request(await owner.RecordAsync(), receiver.Agency));
        var stale = Revocation(grant);
        stale.ExpectedVersion = "00000000";

        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", fixture.Grants(owner).RevokeGrantAsync(stale));
    }

    [Fact]
    public async Task Grant_PastItsEnd_OpensNothing()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var request = Request(consultation, receiver.Agency);
        request.ExpiresAt = Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(6));
        var grant = await fixture.Grants(owner).CreateGrantAsync(request);
        Assert.Equal(consultation, await ReadAsync(receiver, consultation));

        while (DateTime.UtcNow <= grant.ExpiresAt.ToDateTime())
            await Task.Delay(50, TestContext.Current.CancellationToken);

        await AssertHiddenAsync(receiver, consultation);
        Assert.Equal(GrantState.Expired, (await fixture.Grants(owner).GetGrantAsync(new() { GrantId = grant.GrantId })).State);
    }

    [Fact]
    public async Task Grants_AreListedToTheOwnerAndToWhomTheyNameAndToNobodyElse()
    {
        var (owner, receiver, stranger) = (fixture.Desk(), fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var first = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency, "complaint"));
        var second = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency));
        var list = new ListGrantsRequest { ResourceKind = "consultation", ResourceId = consultation.ConsultationId, PageSize = 1 };

        var page = await fixture.Grants(owner).ListGrantsAsync(list);
        list.PageToken = page.NextPageToken;
        var last = await fixture.Grants(owner).ListGrantsAsync(list);
        var received = await fixture.Grants(receiver).ListReceivedGrantsAsync(new());

        Assert.Equal([second, first], page.Grants.Concat(last.Grants));
        Assert.Equal([second.GrantId, first.GrantId], received.Grants.Select(grant => grant.GrantId));
        Assert.All(received.Grants, grant => Assert.Equal("", grant.Reason));
        Assert.Empty((await fixture.Grants(stranger).ListReceivedGrantsAsync(new())).Grants);
        list.PageToken = "";
        await Refused.AssertAsync(StatusCode.PermissionDenied, "GRANT_NOT_OWNER", fixture.Grants(receiver).ListGrantsAsync(list));
        await Refused.AssertAsync(StatusCode.NotFound, "RESOURCE_NOT_FOUND", fixture.Grants(stranger).ListGrantsAsync(list));
        await Refused.AssertAsync(StatusCode.NotFound, "GRANT_NOT_FOUND", fixture.Grants(stranger).GetGrantAsync(new() { GrantId = first.GrantId }));
    }

    [Fact]
    public async Task OnlyTheOwner_OpensAndCloses()
    {
        var (owner, receiver, stranger) = (fixture.Desk(), fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var grant = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency));

        await Refused.AssertAsync(
            StatusCode.PermissionDenied, "GRANT_NOT_OWNER", fixture.Grants(receiver).CreateGrantAsync(Request(consultation, stranger.Agency)));
        await Refused.AssertAsync(
            StatusCode.NotFound, "RESOURCE_NOT_FOUND", fixture.Grants(stranger).CreateGrantAsync(Request(consultation, stranger.Agency)));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "GRANT_NOT_OWNER", fixture.Grants(receiver).RevokeGrantAsync(Revocation(grant)));
        await Refused.AssertAsync(StatusCode.NotFound, "GRANT_NOT_FOUND", fixture.Grants(stranger).RevokeGrantAsync(Revocation(grant)));
    }

    [Fact]
    public async Task Grant_OpensReadsAndNoWrites()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency));

        await Refused.AssertAsync(StatusCode.NotFound, "CONSULTATION_NOT_FOUND", receiver.Intake.OpenCaseAsync(new()
        {
            RequestId = Desk.NewId(),
            ConsultationId = consultation.ConsultationId,
        }));
    }

    [Fact]
    public async Task Reads_AreOnRecordWithTheGroundThatOpenedTheRecord()
    {
        var (owner, receiver, stranger) = (fixture.Desk(), fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var onConsent = Request(consultation, receiver.Agency, "person");
        onConsent.Basis = GrantBasis.Consent;
        onConsent.ConsentId = (await fixture.Consents(owner).RecordConsentAsync(Desk.Consent(consultation.ConsultationId, receiver.Agency))).ConsentId;
        await fixture.Grants(owner).CreateGrantAsync(onConsent);
        var second = await fixture.Grants(owner).CreateGrantAsync(Request(consultation, receiver.Agency, "complaint"));

        await ReadAsync(owner, consultation);
        await ReadAsync(receiver, consultation);
        await AssertHiddenAsync(stranger, consultation);

        var read = (await ActsAsync("consultation", consultation.ConsultationId, atLeast: 7))
            .Where(act => act.Method.EndsWith("/GetConsultation", StringComparison.Ordinal)).Reverse();
        Assert.Equal(
            [(owner.Agency, "own", "OK"), (receiver.Agency, "consent emergency", "OK"), (stranger.Agency, "", "CONSULTATION_NOT_FOUND")],
            read.Select(act => (act.AgencyId, string.Join(' ', act.Bases), act.Outcome)));
        // Given and used.
        Assert.Equal([receiver.Agency, owner.Agency], (await ActsAsync("grant", second.GrantId, atLeast: 2)).Select(act => act.AgencyId));
    }

    [Theory]
    [InlineData("RESOURCE_KIND_UNKNOWN")]
    [InlineData("GRANT_ITEM_UNKNOWN")]
    [InlineData("GRANT_APPROVER_MISSING")]
    [InlineData("GRANT_TO_OWNER")]
    public async Task CreateGrant_OutsideTheRules_IsRefused(string code)
    {
        var owner = fixture.Desk();
        var request = Request(await owner.RecordAsync(), "npo");
        switch (code)
        {
            case "RESOURCE_KIND_UNKNOWN": request.ResourceKind = "household"; break;
            case "GRANT_ITEM_UNKNOWN": request.Items.Add("weather"); break;
            case "GRANT_APPROVER_MISSING": request.Basis = GrantBasis.AbuseLaw; break;
            case "GRANT_TO_OWNER": request.Grantee.Id = owner.Agency; break;
        }

        await Refused.AssertAsync(StatusCode.InvalidArgument, code, fixture.Grants(owner).CreateGrantAsync(request));
    }

    [Fact]
    public async Task CreateGrant_ToWhomTheDirectoryDoesNotKnow_IsRefused()
    {
        var owner = fixture.Desk();
        var request = Request(await owner.RecordAsync(), $"nowhere-{Guid.NewGuid():N}");
        await Refused.AssertFieldAsync("grantee.id", fixture.Grants(owner).CreateGrantAsync(request), "GRANT_GRANTEE_UNKNOWN");
        request.Grantee = new() { Kind = GranteeKind.Staff, Id = $"nobody-{Guid.NewGuid():N}" };
        await Refused.AssertFieldAsync("grantee.id", fixture.Grants(owner).CreateGrantAsync(request), "GRANT_GRANTEE_UNKNOWN");
    }

    [Fact]
    public async Task CreateGrant_IsApprovedByAManagerOrCoordinatorOfTheOwningAgencyAndByNobodyElse()
    {
        var (owner, receiver) = (fixture.Desk(), fixture.Desk("manager"));
        var request = Request(await owner.RecordAsync(), receiver.Agency);
        request.Basis = GrantBasis.AbuseLaw;
        var colleagues = new Dictionary<string, string>();
        foreach (var role in new[] { "manager", "coordinator", "caseworker", "administrator" })
        {
            colleagues[role] = $"{owner.Agency}-{role}";
            _ = fixture.Desk(role, agency: owner.Agency, staff: colleagues[role]);
        }

        foreach (var approver in new[] { colleagues["caseworker"], colleagues["administrator"], receiver.Staff, "nobody" })
        {
            request.ApproverStaffId = approver;
            await Refused.AssertFieldAsync("approver_staff_id", fixture.Grants(owner).CreateGrantAsync(request), "GRANT_APPROVER_INVALID");
        }

        foreach (var approver in new[] { colleagues["manager"], colleagues["coordinator"] })
        {
            (request.RequestId, request.ApproverStaffId) = (Desk.NewId(), approver);
            Assert.Equal(approver, (await fixture.Grants(owner).CreateGrantAsync(request)).ApproverStaffId);
        }
    }

    static CreateGrantRequest Request(Consultation consultation, string agency, params string[] items) => new()
    {
        RequestId = Desk.NewId(),
        ResourceKind = "consultation",
        ResourceId = consultation.ConsultationId,
        Grantee = new() { Kind = GranteeKind.Agency, Id = agency },
        Items = { items },
        Basis = GrantBasis.Emergency,
        Reason = "同行支援のため",
    };

    // Newest first.
    Task<IReadOnlyList<AuditEntry>> ActsAsync(string kind, string id, int atLeast) => Eventually.GetAsync<IReadOnlyList<AuditEntry>>(
        async () => (await fixture.Audit().SearchAuditAsync(new() { SubjectKind = kind, SubjectId = id })).Entries, acts => acts.Count >= atLeast);

    static RevokeGrantRequest Revocation(Grant grant) =>
        new() { RequestId = Desk.NewId(), GrantId = grant.GrantId, ExpectedVersion = grant.Version, Reason = "誤りのため" };

    static async Task<Consultation> ReadAsync(Desk desk, Consultation consultation) =>
        await desk.Intake.GetConsultationAsync(new() { ConsultationId = consultation.ConsultationId });

    static Task<RefusedCall> AssertHiddenAsync(Desk desk, Consultation consultation) => Refused.AssertAsync(
        StatusCode.NotFound, "CONSULTATION_NOT_FOUND", desk.Intake.GetConsultationAsync(new() { ConsultationId = consultation.ConsultationId }));
}
