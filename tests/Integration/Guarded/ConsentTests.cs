using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>同意: what rests on one is as wide as it, and ends with it in every service.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class ConsentTests(WallFixture fixture)
{
    [Fact]
    public async Task Grant_OpensWhatThePersonAgreedTo_AndNothingOnceItIsRevoked()
    {
        var (owner, named, other) = (New(), New(), New());
        var opened = await owner.OpenCaseAsync();
        var terms = Desk.Consent(opened.ConsultationId, named.Id);
        terms.ValidUntil = Day(40);
        var consent = await owner.Consents.RecordConsentAsync(terms);

        var grant = await owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, consent.ConsentId));

        Assert.Equal((consent.ConsentId, "consultation"), (grant.ConsentId, Assert.Single(grant.Purposes)));
        // It ends with the consent, at the end of its last day in Japan, unless the fiscal year ends before.
        Assert.InRange(grant.ExpiresAt.ToDateTime(), DateTime.UtcNow, DateTime.Parse($"{Day(41)}T00:00:00+09:00", null).ToUniversalTime());
        Assert.True(await named.SeesAsync(opened));
        Assert.False(await named.SeesAsync(opened, "statistics") || await named.SeesAsync(opened, null));
        Assert.False(await other.SeesAsync(opened));
        await RefusedAsync("CONSENT_RECIPIENT", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, other, consent.ConsentId)));

        var revoked = await RevokeAsync(owner, consent);

        Assert.Equal((ConsentState.Revoked, 0, $"{owner.Id}-01"), (revoked.State, revoked.Closing.Count, revoked.RevokedByStaffId));
        Assert.False(await named.SeesAsync(opened));
        Assert.Equal(GrantState.Revoked, (await owner.Grants.GetGrantAsync(new() { GrantId = grant.GrantId })).State);
        await RefusedAsync("CONSENT_ENDED", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, consent.ConsentId)));
        var again = new RevokeConsentRequest { RequestId = Agency.NewId(), ConsentId = consent.ConsentId, Reason = "撤回" };
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "CONSENT_ENDED", owner.Consents.RevokeConsentAsync(again));
    }

    [Fact]
    public async Task Grant_NamesAConsentOfThatPersonWithinReach()
    {
        var (owner, stranger, named) = (New(), New(), New());
        var (opened, elsewhere) = (await owner.OpenCaseAsync(), await stranger.OpenCaseAsync());
        var ofAnotherPerson = await ConsentAsync(owner, await owner.OpenCaseAsync(), named);
        var ofAnotherAgency = await ConsentAsync(stranger, elsewhere, named);

        await RefusedAsync("CONSENT_MISSING", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, "")));
        await RefusedAsync("CONSENT_UNKNOWN", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, Agency.NewId())));
        await RefusedAsync("CONSENT_UNKNOWN", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, ofAnotherAgency.ConsentId)));
        await RefusedAsync("CONSENT_OTHER_PERSON", owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, ofAnotherPerson.ConsentId)));
        var delegated = Opening("case", opened.CaseId, named, ofAnotherPerson.ConsentId);
        delegated.Basis = GrantBasis.Emergency;
        await RefusedAsync("CONSENT_UNUSED", owner.Grants.CreateGrantAsync(delegated));
        await Refused.AssertAsync(
            StatusCode.NotFound, "CONSENT_NOT_FOUND", owner.Consents.GetConsentAsync(new() { ConsentId = ofAnotherAgency.ConsentId }));
    }

    [Fact]
    public async Task Revocation_ClosesGrantsOnReferralsAndMeetingsAsWell()
    {
        var (owner, receiver, named) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), New());
        var opened = await owner.OpenCaseAsync();
        var consent = await ConsentAsync(owner, opened, named);
        var referral = await owner.Referrals.CreateReferralAsync(Sheet(opened, receiver, LegalBasis.Emergency));
        var meeting = await owner.Meetings.CallMeetingAsync(new()
        {
            RequestId = Agency.NewId(),
            CaseId = opened.CaseId,
            Kind = MeetingKind.SupportConference,
            StartsAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
            DurationMinutes = 60,
        });
        (string Service, string Kind, string Id)[] records =
            [("intake", "case", opened.CaseId), ("referral", "referral", referral.ReferralId), ("meeting", "meeting", meeting.MeetingId)];
        foreach (var (service, kind, id) in records)
        {
            await RefusedAsync("CONSENT_RECIPIENT", owner.GrantsOf(service).CreateGrantAsync(Opening(kind, id, receiver, consent.ConsentId)));
            await owner.GrantsOf(service).CreateGrantAsync(Opening(kind, id, named, consent.ConsentId));
        }

        Assert.Equal([StatusCode.OK, StatusCode.OK, StatusCode.OK], await ReadsAsync(named, opened, referral, meeting));

        var revoked = await RevokeAsync(owner, consent);

        Assert.Equal(ConsentState.Revoked, revoked.State);
        Assert.Equal([StatusCode.NotFound, StatusCode.NotFound, StatusCode.NotFound], await ReadsAsync(named, opened, referral, meeting));
        foreach (var (service, kind, id) in records)
        {
            Assert.Equal(GrantState.Revoked, Assert.Single(await ListAsync(owner, service, kind, id)).State);
            await RefusedAsync("CONSENT_ENDED", owner.GrantsOf(service).CreateGrantAsync(Opening(kind, id, named, consent.ConsentId)));
        }
    }

    [Fact]
    public async Task Sheet_IsSentOnAConsentThatNamesItsReceiver_AndOpensNothingOnceItIsRevoked()
    {
        var (sender, receiver, other) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        var opened = await sender.OpenCaseAsync();
        var consent = await ConsentAsync(sender, opened, receiver);
        var draft = await sender.Referrals.CreateReferralAsync(Sheet(opened, receiver, LegalBasis.Consent));
        await RefusedAsync("CONSENT_MISSING", Send(sender, draft, draft.Content));
        await RefusedAsync("CONSENT_UNKNOWN", Send(sender, draft, Naming(draft, Agency.NewId())));
        await RefusedAsync("CONSENT_UNUSED", Send(sender, draft, Naming(draft, consent.ConsentId, LegalBasis.Emergency)));
        var toAnother = await sender.Referrals.CreateReferralAsync(Sheet(opened, other, LegalBasis.Consent));
        await RefusedAsync("CONSENT_RECIPIENT", Send(sender, toAnother, Naming(toAnother, consent.ConsentId)));
        var ofNobody = Sheet(opened, receiver, LegalBasis.Consent);
        (ofNobody.CaseId, ofNobody.ConsultationId) = ("", "");
        var nobodys = await sender.Referrals.CreateReferralAsync(ofNobody);
        await RefusedAsync("CONSENT_OTHER_PERSON", Send(sender, nobodys, Naming(nobodys, consent.ConsentId)));

        var sent = await Send(sender, draft, Naming(draft, consent.ConsentId));

        Assert.Equal((ReferralState.Sent, consent.ConsentId), (sent.State, sent.Content.ConsentId));
        await Eventually.HoldsAsync(() => receiver.SeesAsync(opened), "the case is open");
        Assert.False(await receiver.SeesAsync(opened, "statistics"));
        var grant = Assert.Single(await ListAsync(sender, "intake", "case", opened.CaseId));
        Assert.Equal((consent.ConsentId, GrantBasis.Consent, "consultation"), (grant.ConsentId, grant.Basis, Assert.Single(grant.Purposes)));

        Assert.Equal(ConsentState.Revoked, (await RevokeAsync(sender, consent)).State);

        Assert.False(await receiver.SeesAsync(opened) || await receiver.SeesConsultationAsync(opened));
        // What was sent was told.
        Assert.Equal(sent.Content, (await receiver.Referrals.GetReferralAsync(new() { ReferralId = draft.ReferralId })).Content);
        await receiver.Referrals.ReceiveReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = draft.ReferralId });
        await receiver.Referrals.ReturnReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = draft.ReferralId, Reason = "連絡先" });
        await RefusedAsync("CONSENT_ENDED", Send(sender, draft, null));
    }

    [Fact]
    public async Task Revocation_IsWholeWhenTheLastServiceHasClosed()
    {
        var (owner, named) = (New(), New());
        var opened = await owner.OpenCaseAsync();
        var consent = await ConsentAsync(owner, opened, named);
        await owner.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, consent.ConsentId));
        // As somebody does who is sharing a referral on it at that moment.
        await using var connection = await fixture["referral"].Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        await using var sharing = await connection.BeginTransactionAsync(Ct);
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock_shared(hashtextextended($1, 7205))", connection) { Parameters = { new() { Value = consent.ConsentId } } })
            await hold.ExecuteNonQueryAsync(Ct);

        var revoking = await RevokeAsync(owner, consent);

        Assert.Equal((ConsentState.Revoking, "referral"), (revoking.State, Assert.Single(revoking.Closing)));
        Assert.False(await named.SeesAsync(opened));
        await sharing.CommitAsync(Ct);
        await Eventually.HoldsAsync(
            async () => (await owner.Consents.GetConsentAsync(new() { ConsentId = consent.ConsentId })).State is ConsentState.Revoked, "every service has closed");
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("referral")]
    public async Task Revocation_BesideThatOfSingleGrants_ClosesAll(string service)
    {
        var (owner, receiver) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        for (var round = 0; round < 5; round++)
        {
            var opened = await owner.OpenCaseAsync();
            var consent = await ConsentAsync(owner, opened, receiver);
            var (kind, id) = await RecordAsync(owner, receiver, opened, service);
            for (var given = 0; given < 6; given++)
                await owner.GrantsOf(service).CreateGrantAsync(Opening(kind, id, receiver, consent.ConsentId));
            var revoking = (await ListAsync(owner, service, kind, id))
                .Select(grant => Refused.StatusOfAsync(owner.GrantsOf(service).RevokeGrantAsync(
                    new() { RequestId = Agency.NewId(), GrantId = grant.GrantId, Reason = "終了" })))
                .ToList();

            Assert.Equal(ConsentState.Revoked, (await RevokeAsync(owner, consent)).State);

            await Task.WhenAll(revoking);
            Assert.All(await ListAsync(owner, service, kind, id), grant => Assert.Equal(GrantState.Revoked, grant.State));
        }
    }

    [Fact]
    public async Task Transfer_PassesConsentsOnWithTheCase()
    {
        var (from, to, named) = (New(), New(), New());
        var opened = await from.OpenCaseAsync();
        var consent = await ConsentAsync(from, opened, named);
        await from.Grants.CreateGrantAsync(Opening("case", opened.CaseId, named, consent.ConsentId));

        await from.Intake.TransferCaseAsync(new()
        {
            RequestId = Agency.NewId(),
            CaseId = opened.CaseId,
            ToAgencyId = to.Id,
            ResponsibleStaffId = $"{to.Id}-01",
        });

        await Refused.AssertAsync(StatusCode.NotFound, "CONSENT_NOT_FOUND", from.Consents.GetConsentAsync(new() { ConsentId = consent.ConsentId }));
        Assert.Equal(to.Id, (await to.Consents.GetConsentAsync(new() { ConsentId = consent.ConsentId })).AgencyId);
        Assert.True(await named.SeesAsync(opened));
        var passed = await to.Consents.GetConsentAsync(new() { ConsentId = consent.ConsentId });
        Assert.Equal(ConsentState.Revoked, (await RevokeAsync(to, passed)).State);
        Assert.False(await named.SeesAsync(opened));
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("referral")]
    public async Task Grants_GivenWhileTheConsentIsRevoked_AreRefusedOrClosed(string service)
    {
        var (owner, receiver) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        for (var round = 0; round < 10; round++)
        {
            var opened = await owner.OpenCaseAsync();
            var consent = await ConsentAsync(owner, opened, receiver);
            var (kind, id) = await RecordAsync(owner, receiver, opened, service);
            var giving = Enumerable.Range(0, 6)
                .Select(_ => Refused.StatusOfAsync(owner.GrantsOf(service).CreateGrantAsync(Opening(kind, id, receiver, consent.ConsentId))))
                .ToList();
            await Task.Delay(round * 2, TestContext.Current.CancellationToken);

            var revoked = await RevokeAsync(owner, consent);

            Assert.Equal(ConsentState.Revoked, revoked.State);
            await Task.WhenAll(giving);
            Assert.All(await ListAsync(owner, service, kind, id), grant => Assert.Equal(GrantState.Revoked, grant.State));
        }
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Agency New() => new(fixture, WallFixture.NewAgency());

    static Task<RefusedCall> RefusedAsync<T>(string code, AsyncUnaryCall<T> call) => Refused.AssertAsync(StatusCode.InvalidArgument, code, call);

    // A record of the service about the person of the case.
    static async Task<(string Kind, string Id)> RecordAsync(Agency owner, Agency receiver, Case opened, string service) => service == "intake"
        ? ("case", opened.CaseId)
        : ("referral", (await owner.Referrals.CreateReferralAsync(Sheet(opened, receiver, LegalBasis.Emergency))).ReferralId);

    static async Task<Consent> ConsentAsync(Agency owner, Case opened, Agency named) =>
        await owner.Consents.RecordConsentAsync(Desk.Consent(opened.ConsultationId, named.Id));

    static async Task<Consent> RevokeAsync(Agency owner, Consent consent) => await owner.Consents.RevokeConsentAsync(
        new() { RequestId = Agency.NewId(), ConsentId = consent.ConsentId, ExpectedVersion = consent.Version, Reason = "撤回の申し出" });

    static async Task<IReadOnlyList<Grant>> ListAsync(Agency owner, string service, string kind, string id) =>
        (await owner.GrantsOf(service).ListGrantsAsync(new() { ResourceKind = kind, ResourceId = id, PageSize = 100 })).Grants;

    static async Task<StatusCode[]> ReadsAsync(Agency reader, Case opened, Referral referral, Meeting meeting) =>
    [
        await Refused.StatusOfAsync(reader.Intake.GetCaseAsync(new() { CaseId = opened.CaseId })),
        await Refused.StatusOfAsync(reader.Referrals.GetReferralAsync(new() { ReferralId = referral.ReferralId })),
        await Refused.StatusOfAsync(reader.Meetings.GetMeetingAsync(new() { MeetingId = meeting.MeetingId })),
    ];

    static CreateGrantRequest Opening(string kind, string id, Agency grantee, string consent) => new()
    {
        RequestId = Agency.NewId(),
        ResourceKind = kind,
        ResourceId = id,
        Grantee = new() { Kind = GranteeKind.Agency, Id = grantee.Id },
        Basis = GrantBasis.Consent,
        ConsentId = consent,
        Reason = "同行支援のため",
    };

    static CreateReferralRequest Sheet(Case about, Agency receiver, LegalBasis basis) => new()
    {
        RequestId = Agency.NewId(),
        ToAgencyId = receiver.Id,
        CaseId = about.CaseId,
        ConsultationId = about.ConsultationId,
        Content = new() { Purpose = "架空", Request = "架空", LegalBasis = basis },
        RespondBy = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
    };

    static SheetContent Naming(Referral draft, string consent, LegalBasis basis = LegalBasis.Consent)
    {
        var content = draft.Content.Clone();
        (content.ConsentId, content.LegalBasis) = (consent, basis);
        return content;
    }

    static AsyncUnaryCall<Referral> Send(Agency sender, Referral draft, SheetContent? content) => sender.Referrals.SendReferralAsync(
        new() { RequestId = Agency.NewId(), ReferralId = draft.ReferralId, Content = content });

    static string Day(int ahead) =>
        DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
