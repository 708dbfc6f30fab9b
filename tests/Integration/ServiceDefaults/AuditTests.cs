using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class AuditTests(Served served) : IClassFixture<Served>
{
    const string Get = "/tsunagu.referral.v1.ReferralService/GetReferral";
    const string Create = "/tsunagu.referral.v1.ReferralService/CreateReferral";
    readonly string staff = "s-" + Guid.NewGuid().ToString("N");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    CallOptions Caller => Calls.As(served.Issuer.Staff(staff));

    CallOptions Auditor => Calls.As(served.Issuer.Staff("auditor", "audit-office", "auditor"));

    AuditService.AuditServiceClient Audit => new(served.Calls.Channel);

    [Fact]
    public async Task Read_IsOnRecordWithWhoWhyAndAboutWhat()
    {
        var id = (await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Caller)).ReferralId;
        await served.Calls.Referrals.GetReferralAsync(new() { ReferralId = id }, Caller);

        var entries = await EntriesAsync(2);

        var read = entries[0];
        Assert.Equal((Get, "OK", "consultation", "tax", "probe"), (read.Method, read.Outcome, read.Purpose, read.AgencyId, read.Service));
        Assert.Equal(new AuditedRecord { Kind = "referral", Id = id }, Assert.Single(read.Subjects));
        Assert.Equal((Create, "OK"), (entries[1].Method, entries[1].Outcome));
        Assert.InRange(read.At.ToDateTime(), DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task WriteThatIsAskedForAgain_IsOnRecordAsRepeated()
    {
        var request = Calls.Create();
        await served.Calls.Referrals.CreateReferralAsync(request, Caller);
        await served.Calls.Referrals.CreateReferralAsync(request, Caller);

        Assert.Equal(["REPEATED", "OK"], (await EntriesAsync(2)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Refusals_AreOnRecordWithTheirCode()
    {
        await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = Guid.NewGuid().ToString() }, Caller));
        await Calls.RefusalAsync(served.Calls.Referrals.CreateReferralAsync(Calls.Create(purpose: ""), Caller));
        await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new(), Calls.As(served.Issuer.Staff(staff), purpose: null)));
        await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new(), Calls.As(served.Issuer.Staff(staff, role: "auditor"))));

        Assert.Equal(
            ["ROLE_NOT_PERMITTED", "PURPOSE_MISSING", "FIELD_INVALID", "REFERRAL_NOT_FOUND"],
            (await EntriesAsync(4)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task FailedWrite_IsOnRecordAsFailedAndNotAsDone()
    {
        var id = (await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Caller)).ReferralId;
        await Calls.RefusalAsync(served.Calls.Referrals.AcceptReferralAsync(new() { RequestId = Guid.NewGuid().ToString(), ReferralId = id }, Caller));

        Assert.Equal(["INTERNAL", "OK"], (await EntriesAsync(2)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task TextInPlaceOfAnId_NeverComesOnRecord()
    {
        await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = "山田 花子" }, Caller));

        Assert.Equal("invalid", Assert.Single(Assert.Single(await EntriesAsync(1)).Subjects).Id);
    }

    [Fact]
    public async Task AnswerWithoutAMark_IsHeldBack()
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.CompleteReferralAsync(
            new() { RequestId = Guid.NewGuid().ToString(), ReferralId = Guid.NewGuid().ToString(), Outcome = ProbeRpc.Around }, Caller));

        Assert.Equal((StatusCode.Internal, "INTERNAL"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task Upload_IsOnRecordByItsFirstMessage()
    {
        using var call = new HouseholdService.HouseholdServiceClient(served.Calls.Channel)
            .ImportFeed(Calls.As(served.Issuer.Staff(staff, role: "administrator")));
        await call.RequestStream.WriteAsync(new ImportFeedRequest { FeedId = "residents" }, Ct);
        await call.RequestStream.WriteAsync(new ImportFeedRequest { FeedId = "other" }, Ct);
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;

        Assert.Contains(new AuditedRecord { Kind = "feed", Id = "residents" }, Assert.Single(await EntriesAsync(1)).Subjects);
    }

    [Fact]
    public async Task Search_FindsAPersonsFileByWhoeverLookedAtIt()
    {
        var id = (await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Caller)).ReferralId;
        foreach (var colleague in new[] { "c-1", "c-2" })
            await served.Calls.Referrals.GetReferralAsync(new() { ReferralId = id }, Calls.As(served.Issuer.Staff(colleague)));

        var found = await Eventually.GetAsync(
            async () => (await Audit.SearchAuditAsync(new() { SubjectKind = "referral", SubjectId = id }, Auditor)).Entries, entries => entries.Count >= 3);

        Assert.Equal(["c-2", "c-1", staff], found.Select(entry => entry.StaffId));
    }

    [Fact]
    public async Task SearchPages_GiveEveryActOnce()
    {
        for (var i = 0; i < 7; i++)
            await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = Guid.NewGuid().ToString() }, Caller));
        var whole = await EntriesAsync(7);

        var pages = new List<AuditEntry>();
        for (var token = ""; ;)
        {
            var page = await Audit.SearchAuditAsync(new() { StaffId = staff, PageSize = 3, PageToken = token, RefusedOnly = true }, Auditor);
            pages.AddRange(page.Entries);
            if ((token = page.NextPageToken).Length == 0)
                break;
        }

        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Search_IsForAuditorsAndOnRecordItself()
    {
        Assert.Equal("ROLE_NOT_PERMITTED", (await Calls.RefusalAsync(Audit.SearchAuditAsync(new(), Caller))).Code);
        await Audit.SearchAuditAsync(new() { SubjectKind = "resident", SubjectId = "r-1" }, Calls.As(served.Issuer.Staff(staff, role: "auditor")));

        Assert.Equal(["OK", "ROLE_NOT_PERMITTED"], (await EntriesAsync(2)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task WhatCannotGoOnRecord_IsNotAnswered_AndNothingElseFails()
    {
        await using var own = new Served();
        await own.InitializeAsync();
        var caller = Calls.As(own.Issuer.Staff());
        var id = (await own.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller)).ReferralId;
        await Servers.QueryAsync<object>(own.Servers.Administrator, "revoke insert on audit_pending from probe_service");

        Assert.Equal(StatusCode.Internal, (await Calls.RefusalAsync(own.Calls.Referrals.GetReferralAsync(new() { ReferralId = id }, caller))).Status);
        Assert.Equal(StatusCode.Internal, (await Calls.RefusalAsync(own.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller))).Status);
        Assert.Equal(1, await Servers.QueryAsync<long>(own.Servers.Administrator, "select count(*) from notes"));
        await new AuditService.AuditServiceClient(own.Calls.Channel).GetAuditCheckpointAsync(new(), Calls.As(own.Issuer.Staff("auditor", "audit-office", "auditor")));
        Assert.Equal("PURPOSE_MISSING", (await Calls.RefusalAsync(own.Calls.Referrals.GetReferralAsync(new() { ReferralId = id }, Calls.As(own.Issuer.Staff(), purpose: null)))).Code);
        using var http = new HttpClient { BaseAddress = own.Host.ProbeAddress };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync("/health", Ct)).StatusCode);

        await Servers.QueryAsync<object>(own.Servers.Administrator, "grant insert on audit_pending to probe_service");
        await own.Calls.Referrals.GetReferralAsync(new() { ReferralId = id }, caller);
    }

    // Newest first.
    async Task<List<AuditEntry>> EntriesAsync(int count)
    {
        var found = await Eventually.GetAsync(
            async () => (await Audit.SearchAuditAsync(new() { StaffId = staff, PageSize = 200 }, Auditor)).Entries.ToList(), entries => entries.Count >= count);
        Assert.Equal(count, found.Count);
        return found;
    }
}
