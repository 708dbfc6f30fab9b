using Npgsql;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>What remains visible when a query loses its <c>where</c>: every table of every service stands behind row-level security.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class WallTests(WallFixture fixture)
{
    // What no caller reads through a query of a feature: queues, marks and logs of the services themselves, the audit, staging.
    static readonly string[] Outside =
    [
        "__EFMigrationsHistory", "outbox_messages", "inbox_messages", "inbox_positions", "idempotent_requests",
        "parked_messages", "sequence_gaps", "schedules",
        "audit_pending", "audit_log", "audit_checkpoints", "audit_nodes", "staged_residents", "staged_involvements", "staged_measures", "staged_areas",
        "directory_agencies", "directory_staff", "directory_agreements", "directory_sharing_rules", "directory_state",
    ];

    public static TheoryData<string> Services => [.. WallFixture.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task EveryTable_HasAPolicyForEachCommandOrStandsOutsideByName(string service)
    {
        var open = await new Session().QueryAsync<string>(
            fixture[service],
            """
            select c.relname::text from pg_class c
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and not (c.relrowsecurity and 4 = (
                select count(distinct p.cmd) from pg_policies p
                where p.tablename = c.relname and p.policyname in ('see', 'add', 'change', 'remove')))
            order by 1
            """);

        Assert.Subset(Outside.ToHashSet(), open.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task NoPolicy_AsksForNobody(string service)
    {
        var open = await new Session().QueryAsync<string>(
            fixture[service],
            "select tablename || '.' || policyname from pg_policies where coalesce(qual, with_check) !~ 'tsunagu_|FROM (referrals|meetings)|^false'");

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task SessionOfNobody_SeesNoRow(string service)
    {
        foreach (var table in await GuardedTablesAsync(service))
            Assert.Empty(await new Session().QueryAsync<int>(fixture[service], $"select 1 from {table}"));
    }

    [Fact]
    public async Task TableWithoutPolicy_IsFound()
    {
        var database = new NpgsqlConnectionStringBuilder(await TestKit.TestServers.NameDatabaseAsync("intake")).ConnectionString;
        var host = await fixture.Suite.StartAsync("intake", ("ConnectionStrings:intake-db", database));
        await using (var owner = NpgsqlDataSource.Create(database))
        await using (var drop = owner.CreateCommand("drop policy see on cases; create table forgotten (id int)"))
            _ = await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var open = await new Session().QueryAsync<string>(
            host,
            """
            select c.relname::text from pg_class c
            where c.relkind = 'r' and c.relname in ('cases', 'forgotten', 'consultations')
              and not (c.relrowsecurity and 4 = (
                select count(distinct p.cmd) from pg_policies p
                where p.tablename = c.relname and p.policyname in ('see', 'add', 'change', 'remove')))
            order by 1
            """);

        Assert.Equal(["cases", "forgotten"], open);
    }

    [Fact]
    public async Task Intake_WithoutAWhere_ShowsTheOwnAndTheGrantedAlone()
    {
        var (owner, receiver, stranger) = (WallFixture.NewAgency(), WallFixture.NewAgency(), WallFixture.NewAgency());
        var intake = new IntakeService.IntakeServiceClient(fixture.As("intake", owner));
        var consultations = new[] { await RecordAsync(intake), await RecordAsync(intake) };
        var opened = await intake.OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = consultations[0].ConsultationId });
        var grants = new GrantService.GrantServiceClient(fixture.As("intake", owner));
        // In the directory from now on.
        _ = fixture.As("intake", receiver);
        var grant = await grants.CreateGrantAsync(Request("case", opened.CaseId, receiver));

        Assert.Equal(2, await CountAsync("intake", Of(owner), "consultations"));
        Assert.Equal((1, 1), (await CountAsync("intake", Of(owner), "cases"), await CountAsync("intake", Of(owner), "grants")));
        Assert.Equal(0, await CountAsync("intake", Of(receiver), "consultations"));
        Assert.Equal([opened.CaseId], await IdsAsync("intake", Of(receiver), "cases"));
        Assert.Equal([grant.GrantId], await IdsAsync("intake", Of(receiver), "grants"));
        foreach (var table in new[] { "consultations", "cases", "grants" })
            Assert.Equal(0, await CountAsync("intake", Of(stranger), table));
        Assert.Equal(0, await CountAsync("intake", new(Principal: "service:household"), "consultations"));

        // A grant shows and changes nothing.
        Assert.Equal(0, await Of(receiver).RunAsync(fixture["intake"], "update cases set state = 'Closed'"));
        Assert.Equal(0, await Of(receiver).RunAsync(fixture["intake"], "update grants set expires_at = 'infinity'"));
        Assert.Equal(0, await Of(stranger).RunAsync(fixture["intake"], "update consultations set complaint = ''"));
        Assert.Equal(0, await Of(stranger).RunAsync(fixture["intake"], "delete from cases"));
        await AssertForbiddenAsync(Of(stranger), "intake", $"insert into grants select (jsonb_populate_record(null::grants, '{{\"id\":\"{NewId()}\"}}')).*");

        await grants.RevokeGrantAsync(new() { RequestId = NewId(), GrantId = grant.GrantId, Reason = "終了" });
        Assert.Equal(0, await CountAsync("intake", Of(receiver), "cases"));
    }

    [Fact]
    public async Task Intake_WithoutAWhere_ShowsWhatConsentOpensToCallsForItsPurposesAlone()
    {
        var (owner, receiver) = (new Agency(fixture, WallFixture.NewAgency()), new Agency(fixture, WallFixture.NewAgency()));
        var opened = await owner.OpenCaseAsync();
        var consent = await owner.Consents.RecordConsentAsync(Intake.Desk.Consent(opened.ConsultationId, receiver.Id));
        var request = Request("case", opened.CaseId, receiver.Id);
        (request.Basis, request.ConsentId) = (GrantBasis.Consent, consent.ConsentId);
        await owner.Grants.CreateGrantAsync(request);

        foreach (var (purpose, seen) in new[] { ("consultation", 1), ("statistics", 0), ("", 0) })
            Assert.Equal(seen, await CountAsync("intake", Of(receiver.Id) with { Purpose = purpose }, "cases"));
        // Consents themselves are their owner's alone, and given away by a transfer alone.
        Assert.Equal((1, 0), (await CountAsync("intake", Of(owner.Id), "consents"), await CountAsync("intake", Of(receiver.Id), "consents")));
        Assert.Equal(0, await Of(receiver.Id).RunAsync(fixture["intake"], "update consents set revoked_at = null"));
        await AssertForbiddenAsync(Of(owner.Id), "intake", $"update consents set agency_id = '{receiver.Id}'");
    }

    [Fact]
    public async Task Intake_RowsCannotBeGivenAwayOrTaken()
    {
        var (owner, other) = (WallFixture.NewAgency(), WallFixture.NewAgency());
        await RecordAsync(new(fixture.As("intake", owner)));

        await AssertForbiddenAsync(Of(owner), "intake", $"update consultations set agency_id = '{other}'");
    }

    [Fact]
    public async Task Referral_WithoutAWhere_ShowsADraftToItsSenderAndASentOneToBoth()
    {
        var (sender, receiver, stranger) = (WallFixture.NewAgency(), WallFixture.NewAgency(), WallFixture.NewAgency());
        await new Session(Principal: "job:sample-directory").RunAsync(
            fixture["referral"], $"insert into agencies (agency_id, name, kind) values ('{receiver}', '架空', 'Npo')");
        var referrals = new ReferralService.ReferralServiceClient(fixture.As("referral", sender));
        var draft = await DraftAsync(referrals, receiver);
        var sent = await DraftAsync(referrals, receiver);
        await referrals.SendReferralAsync(new() { RequestId = NewId(), ReferralId = sent.ReferralId });
        var subscriptions = new SubscriptionService.SubscriptionServiceClient(fixture.As("referral", receiver, "partner"));
        await subscriptions.CreateSubscriptionAsync(new() { RequestId = NewId(), AgencyId = receiver, Url = "http://127.0.0.1:9/hook" });

        Assert.Equal(2, await CountAsync("referral", Of(sender), "referrals"));
        Assert.Equal([sent.ReferralId], await IdsAsync("referral", Of(receiver), "referrals"));
        Assert.Equal((3, 2), (await CountAsync("referral", Of(sender), "referral_steps"), await CountAsync("referral", Of(receiver), "referral_steps")));
        Assert.Equal((1, 1), (await CountAsync("referral", Of(sender), "referral_events"), await CountAsync("referral", Of(receiver), "referral_events")));
        Assert.Equal((0, 1), (await CountAsync("referral", Of(sender), "subscriptions"), await CountAsync("referral", Of(receiver), "subscriptions")));
        foreach (var table in new[] { "referrals", "referral_steps", "referral_events", "subscriptions", "grants" })
            Assert.Equal(0, await CountAsync("referral", Of(stranger), table));

        _ = fixture.As("referral", stranger);
        await new GrantService.GrantServiceClient(fixture.As("referral", sender)).CreateGrantAsync(Request("referral", draft.ReferralId, stranger));
        Assert.Equal([draft.ReferralId], await IdsAsync("referral", Of(stranger), "referrals"));
        Assert.Equal(1, await CountAsync("referral", Of(stranger), "referral_steps"));
    }

    [Fact]
    public async Task Meeting_WithoutAWhere_ShowsWhatTheAgencyCalledOrIsInvitedTo()
    {
        var (convener, invited, stranger) = (WallFixture.NewAgency(), WallFixture.NewAgency(), WallFixture.NewAgency());
        foreach (var agency in new[] { convener, invited })
            await new Session(Principal: "job:sample-directory").RunAsync(
                fixture["referral"], $"insert into agencies (agency_id, name, kind) values ('{agency}', '架空', 'Npo')");
        var intake = new IntakeService.IntakeServiceClient(fixture.As("intake", convener));
        var opened = await intake.OpenCaseAsync(new() { RequestId = NewId(), ConsultationId = (await RecordAsync(intake)).ConsultationId });
        var meetings = new MeetingService.MeetingServiceClient(fixture.As("meeting", convener));
        var called = await meetings.CallMeetingAsync(new()
        {
            RequestId = NewId(),
            CaseId = opened.CaseId,
            Kind = MeetingKind.SupportConference,
            StartsAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
            DurationMinutes = 60,
            AgencyIds = { invited },
        });
        await meetings.RecordDecisionAsync(new() { RequestId = NewId(), MeetingId = called.MeetingId, Text = "見守る", ResponsibleAgencyId = invited });

        foreach (var table in new[] { "meetings", "invitations", "decisions" })
        {
            Assert.Equal((1, 1), (await CountAsync("meeting", Of(convener), table), await CountAsync("meeting", Of(invited), table)));
            Assert.Equal(0, await CountAsync("meeting", Of(stranger), table));
        }

        Assert.Equal(0, await Of(invited).RunAsync(fixture["meeting"], "update meetings set place = 'x'"));
        Assert.Equal(0, await Of(invited).RunAsync(fixture["meeting"], "delete from decisions"));
    }

    [Fact]
    public async Task Notification_WithoutAWhere_ShowsTheInboxOfTheAgencyAndOfThePerson()
    {
        var (told, stranger) = (WallFixture.NewAgency(), WallFixture.NewAgency());
        var program = new Session(Principal: "consumer:notification-intake");
        foreach (var staff in new[] { "null", $"'{told}-01'", $"'{told}-02'" })
            await program.RunAsync(
                fixture["notification"],
                "insert into inbox_items (id, kind, subject_id, agency_id, staff_id, occurred_at) "
                + $"values ('{NewId()}', 'CaseOpened', '{NewId()}', '{told}', {staff}, now())");

        Assert.Equal(2, await CountAsync("notification", Of(told), "inbox_items"));
        Assert.Equal(0, await CountAsync("notification", Of(stranger), "inbox_items"));
        Assert.Equal(0, await Of(told).RunAsync(fixture["notification"], "delete from inbox_items"));
    }

    async Task<IReadOnlyList<string>> GuardedTablesAsync(string service) => await new Session().QueryAsync<string>(
        fixture[service], "select relname::text from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'public'::regnamespace");

    static Session Of(string agency) => new(agency, $"{agency}-01", "consultation");

    async Task<int> CountAsync(string service, Session session, string table) =>
        (await session.QueryAsync<int>(fixture[service], $"select 1 from {table}")).Count;

    async Task<IReadOnlyList<string>> IdsAsync(string service, Session session, string table) =>
        await session.QueryAsync<string>(fixture[service], $"select id::text from {table}");

    async Task AssertForbiddenAsync(Session session, string service, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.RunAsync(fixture[service], sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    static async Task<Consultation> RecordAsync(IntakeService.IntakeServiceClient intake) =>
        await intake.RecordConsultationAsync(Intake.Desk.Sheet());

    static async Task<Referral> DraftAsync(ReferralService.ReferralServiceClient referrals, string to) => await referrals.CreateReferralAsync(new()
    {
        RequestId = NewId(),
        ToAgencyId = to,
        Content = new() { Purpose = "架空", Request = "架空", LegalBasis = LegalBasis.Emergency },
        RespondBy = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
    });

    static CreateGrantRequest Request(string kind, string id, string agency) => new()
    {
        RequestId = NewId(),
        ResourceKind = kind,
        ResourceId = id,
        Grantee = new() { Kind = GranteeKind.Agency, Id = agency },
        Basis = GrantBasis.Emergency,
        Reason = "同行支援のため",
    };

    static string NewId() => Guid.NewGuid().ToString();
}
