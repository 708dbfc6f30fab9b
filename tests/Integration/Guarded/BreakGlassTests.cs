using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>緊急閲覧: who cannot wait opens a record of another agency themself, alone and for hours, and everybody concerned is told.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class BreakGlassTests(WallFixture fixture)
{
    [Fact]
    public async Task BreakGlass_OpensTheRecordToTheCallerAloneForEightHours()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        Assert.False(await rescue.Opener.SeesAsync(rescue.Case));

        var glass = await rescue.BreakAsync();

        Assert.True(await rescue.Opener.SeesAsync(rescue.Case));
        Assert.True(await rescue.Opener.SeesAsync(rescue.Case, "statistics") && await rescue.Opener.SeesAsync(rescue.Case, null));
        var colleague = new IntakeService.IntakeServiceClient(rescue.As("intake", $"{rescue.Opener.Id}-02", rescue.Opener.Id, "caseworker"));
        Assert.Equal(StatusCode.NotFound, await Refused.StatusOfAsync(colleague.GetCaseAsync(new() { CaseId = rescue.Case.CaseId })));
        // The case alone.
        Assert.False(await rescue.Opener.SeesConsultationAsync(rescue.Case));
        Assert.Equal((rescue.Owner.Id, rescue.Opener.Id, $"{rescue.Opener.Id}-01"), (glass.OwnerAgencyId, glass.AgencyId, glass.StaffId));
        Assert.Equal((BreakGlassState.Open, "consultation", TimeSpan.FromHours(8)), (glass.State, glass.Purpose, Lasting(glass)));
        var grant = Assert.Single(await rescue.GrantsAsync());
        Assert.Equal((glass.GrantId, "break_glass", glass.BreakGlassId, GrantBasis.Emergency), (grant.GrantId, grant.SourceKind, grant.SourceId, grant.Basis));
        Assert.Equal((GranteeKind.Staff, glass.StaffId, GrantState.Live), (grant.Grantee.Kind, grant.Grantee.Id, grant.State));
        Assert.Equal(glass.GrantId, Assert.Single((await rescue.Opener.Grants.ListReceivedGrantsAsync(new())).Grants).GrantId);

        // Its time passes.
        await rescue.RunAsync("handler:break-glass", $"update grants set expires_at = now() where id = '{glass.GrantId}'");
        Assert.False(await rescue.Opener.SeesAsync(rescue.Case));
    }

    [Fact]
    public async Task BothAgencies_AreToldAtOnce_AndNobodysWordsLeaveTheService()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.Opener.Grants.BreakGlassAsync(rescue.Request("架空の太郎が倒れている"));

        await rescue.ToldAsync("opened", rescue.Manager, rescue.Owner.Id, "manager", glass);
        await rescue.ToldAsync("opened", rescue.Coordinator, rescue.Owner.Id, "coordinator", glass);
        await rescue.ToldAsync("used", rescue.OpenersManager, rescue.Opener.Id, "manager", glass);
        Assert.Empty(await rescue.LinesAsync($"{rescue.Owner.Id}-01", rescue.Owner.Id, "caseworker", glass));
        Assert.Empty(await rescue.LinesAsync(glass.StaffId, rescue.Opener.Id, "caseworker", glass));
        var told = await new Session(Principal: "test").QueryAsync<string>(
            fixture["intake"], $"select body::text from outbox_messages where aggregate_id = '{glass.BreakGlassId}'");
        Assert.DoesNotContain("太郎", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_NamesTheBrokenGlassWithTheActAndWithEveryReadThatItOpened()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        Assert.True(await rescue.Opener.SeesAsync(rescue.Case));

        var acts = await rescue.ActsAsync("break_glass", glass.BreakGlassId, 2);

        Assert.Equal(
            ["/tsunagu.intake.v1.IntakeService/GetCase", "/tsunagu.grant.v1.GrantService/BreakGlass"], acts.Select(act => act.Method));
        Assert.All(acts, act =>
        {
            Assert.Equal((glass.StaffId, "emergency"), (act.StaffId, Assert.Single(act.Bases)));
            Assert.Contains(act.Subjects, subject => subject.Kind == "grant" && subject.Id == glass.GrantId);
            Assert.Contains(act.Subjects, subject => subject.Kind == "case" && subject.Id == rescue.Case.CaseId);
        });
    }

    [Fact]
    public async Task SameRequestTwice_OpensOnceAndTellsOnce()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var request = rescue.Request();

        Assert.Equal(await rescue.Opener.Grants.BreakGlassAsync(request), await rescue.Opener.Grants.BreakGlassAsync(request));
        Assert.Single(await rescue.GrantsAsync());
        var other = rescue.Request();
        other.RequestId = request.RequestId;
        other.Reason = "別の理由";
        await Refused.AssertAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", rescue.Opener.Grants.BreakGlassAsync(other));
    }

    [Fact]
    public async Task TwoAtOnce_OpenItOnce()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.StatusOfAsync(rescue.Opener.Grants.BreakGlassAsync(rescue.Request()))));

        Assert.Equal([StatusCode.OK, .. Enumerable.Repeat(StatusCode.FailedPrecondition, 3)], both.Order());
        Assert.Single(await rescue.GrantsAsync());
    }

    [Fact]
    public async Task RecordThatIsOwnOrOpenAlready_NeedsNone()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        await RefusedAsync("BREAK_GLASS_OWN", rescue.Owner.Grants.BreakGlassAsync(rescue.Request()));
        await rescue.Owner.Grants.CreateGrantAsync(Giving(rescue, "identity"));
        // Shown in part: an emergency may need the rest.
        var glass = await rescue.BreakAsync();
        await RefusedAsync("BREAK_GLASS_OPEN", rescue.Opener.Grants.BreakGlassAsync(rescue.Request()));

        await rescue.Owner.Grants.RevokeGrantAsync(Revocation(glass));
        await rescue.Owner.Grants.CreateGrantAsync(Giving(rescue));
        await RefusedAsync("BREAK_GLASS_OPEN", rescue.Opener.Grants.BreakGlassAsync(rescue.Request()));
    }

    [Fact]
    public async Task Owner_EndsTheAccessAtOnce_AndItIsNotTakenAgain()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        await rescue.Owner.Grants.RevokeGrantAsync(Revocation(glass));

        Assert.False(await rescue.Opener.SeesAsync(rescue.Case));
        await RefusedAsync("BREAK_GLASS_ENDED", rescue.Opener.Grants.BreakGlassAsync(rescue.Request()));
        // It is reviewed all the same.
        Assert.Equal(BreakGlassState.Open, Assert.Single((await rescue.Reviewer.ListBreakGlassAsync(new())).BrokenGlass).State);
    }

    [Fact]
    public async Task RecordsThatMayNotBeOpenedSo_AreRefused()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        foreach (var (service, kind) in new[] { ("meeting", "meeting"), ("referral", "referral") })
        {
            var request = rescue.Request();
            request.ResourceKind = kind;
            await Refused.AssertFieldAsync("resource_kind", rescue.Opener.GrantsOf(service).BreakGlassAsync(request), "BREAK_GLASS_KIND");
        }

        var unknown = rescue.Request();
        unknown.ResourceKind = "resident";
        await Refused.AssertFieldAsync("resource_kind", rescue.Opener.Grants.BreakGlassAsync(unknown), "RESOURCE_KIND_UNKNOWN");
        await Refused.AssertFieldAsync("reason", rescue.Opener.Grants.BreakGlassAsync(rescue.Request("")));
        await Refused.AssertFieldAsync("reason", rescue.Opener.Grants.BreakGlassAsync(rescue.Request(new('あ', 501))));
        var aimless = new GrantService.GrantServiceClient(rescue.As("intake", $"{rescue.Opener.Id}-03", rescue.Opener.Id, "caseworker", purpose: null));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "PURPOSE_MISSING", aimless.BreakGlassAsync(rescue.Request()));
        var partner = new GrantService.GrantServiceClient(rescue.As("intake", $"{rescue.Opener.Id}-03", rescue.Opener.Id, "partner"));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", partner.BreakGlassAsync(rescue.Request()));
        Assert.Empty(await rescue.GrantsAsync());
    }

    [Fact]
    public async Task AgencyToWhichNoEmergencyCarries_IsRefused()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var outsider = WallFixture.NewAgency();
        var client = new GrantService.GrantServiceClient(rescue.As("intake", $"{outsider}-01", outsider, "caseworker"));
        await rescue.RunAsync("test", "insert into directory_sharing_rules select 9, basis, starts_on, array['npo'], meetings, approver_required, longest_hours, givers, 0 "
            + "from directory_sharing_rules where basis = 'Emergency' and number = 1");
        try
        {
            await ReadDirectoryAsync();
            await Refused.AssertAsync(StatusCode.PermissionDenied, "BREAK_GLASS_NOT_ALLOWED", client.BreakGlassAsync(rescue.Request()));
        }
        finally
        {
            await rescue.RunAsync("test", "delete from directory_sharing_rules where number = 9");
            await ReadDirectoryAsync();
        }

        Assert.Empty(await rescue.GrantsAsync());
    }

    [Fact]
    public async Task Attempts_AreBounded_ThoseThatFoundNothingIncluded()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var first = rescue.Request();
        var glass = await rescue.Opener.Grants.BreakGlassAsync(first);
        for (var attempt = 2; attempt <= 10; attempt++)
        {
            var nothing = rescue.Request();
            nothing.ResourceId = Agency.NewId();
            await Refused.AssertAsync(StatusCode.NotFound, "RESOURCE_NOT_FOUND", rescue.Opener.Grants.BreakGlassAsync(nothing));
        }

        await Refused.AssertAsync(StatusCode.ResourceExhausted, "BREAK_GLASS_LIMIT", rescue.Opener.Grants.BreakGlassAsync(rescue.Request()));
        // What was answered is answered again, and others have attempts of their own.
        Assert.Equal(glass, await rescue.Opener.Grants.BreakGlassAsync(first));
        Assert.NotEmpty((await rescue.Superior.BreakGlassAsync(rescue.Request())).BreakGlassId);
        var refused = await rescue.ActsAsync("case", rescue.Case.CaseId, 4);
        Assert.Contains(refused, act => act is { Outcome: "BREAK_GLASS_LIMIT", Method: "/tsunagu.grant.v1.GrantService/BreakGlass" });
    }

    [Fact]
    public async Task ExplainAccess_TellsTheGrant_AndOfTheActWhichKindsItOpens()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();

        Assert.Equal((true, "GRANTED", glass.GrantId), await ExplainAsync(rescue, "intake", "tsunagu.intake.v1.IntakeService/GetCase", "case", rescue.Case.CaseId));
        Assert.Equal((true, "BREAK_GLASS", ""), await ExplainAsync(rescue, "intake", "tsunagu.grant.v1.GrantService/BreakGlass", "case", rescue.Case.CaseId));
    }

    static TimeSpan Lasting(BrokenGlass glass) => glass.ExpiresAt.ToDateTime() - glass.OpenedAt.ToDateTime();

    async Task ReadDirectoryAsync() => await fixture["intake"].Services
        .GetRequiredService<DirectoryReader>().ReadAsync(TestContext.Current.CancellationToken);

    async Task<(bool Allowed, string Code, string GrantId)> ExplainAsync(Rescue rescue, string service, string method, string kind, string id)
    {
        var administrator = new AccessService.AccessServiceClient(fixture.As(service, "information-systems", "administrator"));
        var explained = await administrator.ExplainAccessAsync(new()
        {
            StaffId = $"{rescue.Opener.Id}-01",
            Method = method,
            Purpose = "consultation",
            ResourceKind = kind,
            ResourceId = id,
        });
        return (explained.Allowed, explained.Steps[^1].Code, explained.Steps[^1].GrantId);
    }

    static Task<RefusedCall> RefusedAsync<T>(string code, AsyncUnaryCall<T> call) => Refused.AssertAsync(StatusCode.FailedPrecondition, code, call);

    static RevokeGrantRequest Revocation(BrokenGlass glass) => new() { RequestId = Agency.NewId(), GrantId = glass.GrantId, Reason = "電話で確認した" };

    static CreateGrantRequest Giving(Rescue rescue, params string[] items) => new()
    {
        RequestId = Agency.NewId(),
        ResourceKind = "case",
        ResourceId = rescue.Case.CaseId,
        Grantee = new() { Kind = GranteeKind.Agency, Id = rescue.Opener.Id },
        Items = { items },
        Basis = GrantBasis.Emergency,
        Reason = "同行支援のため",
    };
}
