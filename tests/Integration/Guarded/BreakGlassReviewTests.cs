using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>What was opened in an emergency is judged by its owner within a week, or others hear of it.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class BreakGlassReviewTests(WallFixture fixture)
{
    [Fact]
    public async Task Unjustified_EndsTheAccessAtOnceAndIsToldToWhoAnswersForIt()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var administrator = WallFixture.NewAgency();
        _ = fixture.As("notification", administrator, "administrator");
        var glass = await rescue.BreakAsync();
        Assert.True(await rescue.Opener.SeesAsync(rescue.Case));

        var reviewed = await rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Unjustified));

        Assert.Equal((BreakGlassState.Unjustified, rescue.Manager), (reviewed.State, reviewed.ReviewedByStaffId));
        Assert.False(await rescue.Opener.SeesAsync(rescue.Case));
        Assert.Equal((GrantState.Revoked, rescue.Manager), (Assert.Single(await rescue.GrantsAsync()) is var grant ? grant.State : default, grant.RevokedByStaffId));
        await rescue.ToldAsync("unjustified", rescue.OpenersManager, rescue.Opener.Id, "manager", glass);
        await rescue.ToldAsync("unjustified", $"{administrator}-01", administrator, "administrator", glass);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "BREAK_GLASS_ENDED", rescue.Opener.Grants.BreakGlassAsync(rescue.Request()));
    }

    [Fact]
    public async Task Justified_LeavesTheAccessForItsTimeAndIsToldToNobody()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        var reviewed = await rescue.OtherReviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Justified));

        Assert.Equal(BreakGlassState.Justified, reviewed.State);
        Assert.True(await rescue.Opener.SeesAsync(rescue.Case));
        await Refused.AssertAsync(
            StatusCode.FailedPrecondition, "BREAK_GLASS_REVIEWED", rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Unjustified)));
        await rescue.PassTheWeekAsync(glass);
        await rescue.ToldAsync("used", rescue.OpenersManager, rescue.Opener.Id, "manager", glass);
        Assert.Single(await rescue.LinesAsync(rescue.OpenersManager, rescue.Opener.Id, "manager", glass));
        Assert.Equal(2, await EventsAsync(glass));
    }

    [Fact]
    public async Task OthersThanTheOwner_DoNotReview()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        var review = Rescue.Review(glass, BreakGlassVerdict.Justified);

        await Refused.AssertAsync(StatusCode.PermissionDenied, "BREAK_GLASS_NOT_OWNER", rescue.Superior.ReviewBreakGlassAsync(review));
        await Refused.AssertAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", rescue.Owner.Grants.ReviewBreakGlassAsync(review));
        var stranger = new GrantService.GrantServiceClient(fixture.As("intake", WallFixture.NewAgency(), "manager"));
        await Refused.AssertAsync(StatusCode.NotFound, "BREAK_GLASS_NOT_FOUND", stranger.ReviewBreakGlassAsync(review));
        Assert.Empty((await stranger.ListBreakGlassAsync(new())).BrokenGlass);
        review.Verdict = BreakGlassVerdict.Unspecified;
        await Refused.AssertFieldAsync("verdict", rescue.Reviewer.ReviewBreakGlassAsync(review));
        (review.Verdict, review.Note) = (BreakGlassVerdict.Justified, "");
        await Refused.AssertFieldAsync("note", rescue.Reviewer.ReviewBreakGlassAsync(review));
        Assert.Equal(BreakGlassState.Open, Assert.Single((await rescue.Reviewer.ListBreakGlassAsync(new())).BrokenGlass).State);
    }

    [Theory]
    [InlineData(false, "BREAK_GLASS_REVIEWED")]
    [InlineData(true, "VERSION_STALE")]
    public async Task TwoReviewsAtOnce_OneIsTheLastWord(bool versioned, string code)
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        var reviews = new[] { BreakGlassVerdict.Justified, BreakGlassVerdict.Unjustified }.Select(verdict => Rescue.Review(glass, verdict)).ToArray();
        foreach (var review in reviews)
            review.ExpectedVersion = versioned ? glass.Version : "";

        var calls = new[] { rescue.Reviewer.ReviewBreakGlassAsync(reviews[0]), rescue.OtherReviewer.ReviewBreakGlassAsync(reviews[1]) };

        var codes = new List<string>();
        foreach (var call in calls)
            try
            {
                codes.Add((await call).State.ToString());
            }
            catch (RpcException refusal)
            {
                codes.Add(TestKit.Hosting.RefusedCall.Of(refusal).Code);
            }

        Assert.Single(codes, code);
        var state = Assert.Single((await rescue.Reviewer.ListBreakGlassAsync(new())).BrokenGlass).State;
        Assert.Contains(state.ToString(), codes);
        Assert.Equal(state is BreakGlassState.Justified, await rescue.Opener.SeesAsync(rescue.Case));
        Assert.Equal(2, await EventsAsync(glass));
    }

    [Fact]
    public async Task ReviewThatIsLate_IsToldOnceToManagersAdministratorsAndAuditors_AndShownUntilSomebodyReviews()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var (administrator, auditor) = (WallFixture.NewAgency(), WallFixture.NewAgency());
        _ = fixture.As("notification", administrator, "administrator");
        _ = fixture.As("notification", auditor, "auditor");
        var glass = await rescue.BreakAsync();
        await rescue.PassTheWeekAsync(glass);

        await rescue.ToldAsync("overdue", rescue.Manager, rescue.Owner.Id, "manager", glass);
        await rescue.ToldAsync("overdue", $"{administrator}-01", administrator, "administrator", glass);
        await rescue.ToldAsync("overdue", $"{auditor}-01", auditor, "auditor", glass);
        Assert.DoesNotContain(
            await rescue.LinesAsync(rescue.Coordinator, rescue.Owner.Id, "coordinator", glass), line => line.Contains("overdue", StringComparison.Ordinal));
        Assert.Equal(BreakGlassState.Overdue, Assert.Single((await rescue.Reviewer.ListBreakGlassAsync(new())).BrokenGlass).State);
        // Two schedules do no harm.
        await rescue.RunAsync(
            "test", $"insert into schedules (id, kind, key, due_at, attempts) values (gen_random_uuid(), 'break-glass-review', '{glass.BreakGlassId}', now(), 0)");
        await rescue.PassTheWeekAsync(glass);
        Assert.Equal(2, await EventsAsync(glass));

        Assert.Equal(BreakGlassState.Justified, (await rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Justified))).State);
    }

    [Fact]
    public async Task List_ShowsWhatWaitsFirst_ThoseDueFirstBeforeAll()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var opened = new List<BrokenGlass>();
        for (var i = 0; i < 4; i++)
        {
            var request = rescue.Request();
            request.ResourceId = (await rescue.Owner.OpenCaseAsync()).CaseId;
            opened.Add(await rescue.Opener.Grants.BreakGlassAsync(request));
        }

        foreach (var (glass, days) in opened.Zip([1, 3, 2, 4]))
            await rescue.RunAsync("handler:break-glass", $"update broken_glass set review_due_on = current_date + {days} where id = '{glass.BreakGlassId}'");
        await rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(opened[0], BreakGlassVerdict.Justified));

        string[] expected = [.. new[] { 2, 1, 3, 0 }.Select(i => opened[i].BreakGlassId)];
        foreach (var client in new[] { rescue.Reviewer, rescue.Superior })
        {
            var (listed, token) = (new List<BrokenGlass>(), "");
            do
            {
                var page = await client.ListBreakGlassAsync(new() { PageSize = 1, PageToken = token });
                listed.AddRange(page.BrokenGlass);
                token = page.NextPageToken;
            }
            while (token.Length > 0);
            Assert.Equal(expected, listed.Select(glass => glass.BreakGlassId));
            Assert.All(listed, glass => Assert.Equal("安否不明のため", glass.Reason));
            Assert.Equal("訪問記録を確認した", listed[^1].Note);
        }
    }

    [Fact]
    public async Task Auditors_SeeThatItHappenedAndNobodysWords()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        await rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Justified));
        var later = await (await Rescue.BeginAsync(fixture)).BreakAsync();

        var auditor = new GrantService.GrantServiceClient(rescue.As("intake", "audit-01", "audit-office", "auditor", "audit-inquiry"));
        var acts = (await auditor.ListBreakGlassActsAsync(new() { PageSize = 2 })).BrokenGlass;

        Assert.Equal([later.BreakGlassId, glass.BreakGlassId], acts.Select(act => act.BreakGlassId));
        Assert.All(acts, act => Assert.Equal(("", ""), (act.Reason, act.Note)));
        Assert.Equal((BreakGlassState.Justified, rescue.Manager, rescue.Case.CaseId), (acts[1].State, acts[1].ReviewedByStaffId, acts[1].ResourceId));
    }

    [Fact]
    public async Task Transfer_LeavesTheReviewWithWhoseRecordWasOpened()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();
        var heir = WallFixture.NewAgency();
        _ = fixture.As("intake", heir, "manager");
        await rescue.Owner.Intake.TransferCaseAsync(new()
        {
            RequestId = Agency.NewId(),
            CaseId = rescue.Case.CaseId,
            ToAgencyId = heir,
            ResponsibleStaffId = $"{heir}-01",
        });

        var manager = new GrantService.GrantServiceClient(fixture.As("intake", heir, "manager"));
        await Refused.AssertAsync(
            StatusCode.NotFound, "BREAK_GLASS_NOT_FOUND", manager.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Justified)));
        Assert.True(await rescue.Opener.SeesAsync(rescue.Case));
        await rescue.Reviewer.ReviewBreakGlassAsync(Rescue.Review(glass, BreakGlassVerdict.Unjustified));

        Assert.False(await rescue.Opener.SeesAsync(rescue.Case));
        Assert.Equal(GrantState.Revoked, (await manager.GetGrantAsync(new() { GrantId = glass.GrantId })).State);
    }

    async Task<int> EventsAsync(BrokenGlass glass) => (await new Session(Principal: "test").QueryAsync<int>(
        fixture["intake"], $"select 1 from outbox_messages where aggregate_id = '{glass.BreakGlassId}'")).Count;
}
