using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>A case of one agency that somebody of another opens at night; and everybody who is concerned by that.</summary>
public sealed class Rescue
{
    readonly WallFixture _fixture;

    Rescue(WallFixture fixture)
    {
        _fixture = fixture;
        (Owner, Opener) = (new(fixture, WallFixture.NewAgency()), new(fixture, WallFixture.NewAgency()));
    }

    public Agency Owner { get; }

    public Agency Opener { get; }

    public Case Case { get; private set; } = null!;

    public string Manager => $"{Owner.Id}-manager";

    public string Coordinator => $"{Owner.Id}-coordinator";

    public string OpenersManager => $"{Opener.Id}-manager";

    public static async Task<Rescue> BeginAsync(WallFixture fixture)
    {
        var rescue = new Rescue(fixture);
        // In the directory from now on.
        foreach (var (staff, agency, role) in new[]
        {
            (rescue.Manager, rescue.Owner.Id, "manager"), (rescue.Coordinator, rescue.Owner.Id, "coordinator"), (rescue.OpenersManager, rescue.Opener.Id, "manager"),
        })
            _ = rescue.As("notification", staff, agency, role);
        rescue.Case = await rescue.Owner.OpenCaseAsync();
        return rescue;
    }

    public CallInvoker As(string service, string staff, string agency, string role, string? purpose = "consultation") =>
        _fixture[service].As(_fixture.Suite.Issuer.ForStaff(staff, agency, role), purpose);

    /// <summary>Grants on the behalf of a manager of the owner.</summary>
    public GrantService.GrantServiceClient Reviewer => new(As("intake", Manager, Owner.Id, "manager"));

    /// <summary>Grants on the behalf of a coordinator of the owner.</summary>
    public GrantService.GrantServiceClient OtherReviewer => new(As("intake", Coordinator, Owner.Id, "coordinator"));

    /// <summary>Grants on the behalf of a manager of the agency of who opens.</summary>
    public GrantService.GrantServiceClient Superior => new(As("intake", OpenersManager, Opener.Id, "manager"));

    public BreakGlassRequest Request(string reason = "安否不明のため") =>
        new() { RequestId = Agency.NewId(), ResourceKind = "case", ResourceId = Case.CaseId, Reason = reason };

    public async Task<BrokenGlass> BreakAsync() => await Opener.Grants.BreakGlassAsync(Request());

    public static ReviewBreakGlassRequest Review(BrokenGlass glass, BreakGlassVerdict verdict) => new()
    {
        RequestId = Agency.NewId(),
        BreakGlassId = glass.BreakGlassId,
        Verdict = verdict,
        Note = "訪問記録を確認した",
    };

    /// <summary>The grants on the case, as its owner lists them.</summary>
    public async Task<IReadOnlyList<Grant>> GrantsAsync() =>
        (await Owner.Grants.ListGrantsAsync(new() { ResourceKind = "case", ResourceId = Case.CaseId })).Grants;

    /// <summary>Types of the lines about a broken glass in somebody's inbox.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string staff, string agency, string role, BrokenGlass glass)
    {
        var inbox = new NotificationService.NotificationServiceClient(As("notification", staff, agency, role));
        return [.. (await inbox.ListInboxAsync(new() { PageSize = 200 })).Items
            .Where(item => item.SubjectId == glass.BreakGlassId).Select(item => $"{item.Type} {item.SubjectType} {item.Service} {item.StaffId}")];
    }

    /// <summary>Waits until somebody was told so.</summary>
    public Task ToldAsync(string what, string staff, string agency, string role, BrokenGlass glass) => Eventually.HoldsAsync(
        async () => (await LinesAsync(staff, agency, role, glass)).Contains($"break_glass.{what} break_glass intake {staff}"), $"{staff} is told of {what}");

    /// <summary>Acts about a record, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ActsAsync(string kind, string id, int atLeast)
    {
        var audit = new AuditService.AuditServiceClient(As("intake", "audit-01", "audit-office", "auditor", "audit-inquiry"));
        return await Eventually.GetAsync<IReadOnlyList<AuditEntry>>(
            async () => (await audit.SearchAuditAsync(new() { SubjectKind = kind, SubjectId = id })).Entries, acts => acts.Count >= atLeast);
    }

    /// <summary>Brings the time of the review about, as the days that pass do.</summary>
    public async Task PassTheWeekAsync(BrokenGlass glass)
    {
        await RunAsync("handler:break-glass", $"update broken_glass set review_due_on = current_date - 2 where id = '{glass.BreakGlassId}'");
        Assert.Equal(1, await RunAsync("job:schedules", $"update schedules set due_at = now() where key = '{glass.BreakGlassId}'"));
        await Eventually.HoldsAsync(async () => await ScheduledAsync(glass) == 0, "the schedule is done");
    }

    /// <summary>Runs a statement in the intake service's database as a program.</summary>
    public Task<int> RunAsync(string principal, string sql) => new Session(Principal: principal).RunAsync(_fixture["intake"], sql);

    async Task<int> ScheduledAsync(BrokenGlass glass) =>
        (await new Session(Principal: "job:schedules").QueryAsync<int>(_fixture["intake"], $"select 1 from schedules where key = '{glass.BreakGlassId}'")).Count;
}
