using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Records of a source without a key, from its file to the household's view, and what staff decide on the way.</summary>
public sealed class LinkTests(LinkFixture fixture) : IClassFixture<LinkFixture>, IAsyncLifetime
{
    // 槙野 理恵 with all that is known of her; 荒巻 由美 by her name alone; somebody who lives elsewhere; one of three 荒巻 of one house.
    static readonly string[] Rows =
    [
        KeylessList.Row("1", "マキノ　リエ", "S58.4.19", "川端町2-4-12", "0900502-7152"),
        KeylessList.Row("2", "アラマキ ユミ"),
        KeylessList.Row("3", "カイヅカ　ソウベエ", "S3.1.2", "架空市西1-1-1", "0888-00-0000"),
        KeylessList.Row("4", "アラマキ", "", "大橋通一丁目10番13号"),
    ];

    // As it was before any test.
    public async ValueTask InitializeAsync()
    {
        _ = await fixture.TakeAsync(KeylessList.Feed, KeylessList.File(Rows));
        await fixture.LookedAtAsync();
        foreach (var decided in (await fixture.InAsync(LinkState.Accepted)).Concat(await fixture.InAsync(LinkState.Rejected)))
            _ = await UndoAsync(decided);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task RecordDescribedWell_IsLinkedAndShownWithHowItWas()
    {
        var shown = Assert.Single(await fixture.InvolvementAsync(await MakinoAsync()));
        Assert.Equal(("本人", "見守り", "電話見守り", "2025-04-01"), (shown.Role, shown.Status, shown.Detail, shown.StartDate));
        Assert.True(shown.Link.Automatic);
        Assert.True(shown.Link.Score > 7);
        Assert.Equal((1 / (1 + Math.Pow(2, -shown.Link.Score)), ""), (shown.Link.Probability, shown.Link.DecidedBy));
    }

    [Fact]
    public async Task Doubt_IsShownBestFirstWithItsExplanation()
    {
        var open = await OpenAsync();
        Assert.Equal(open.Select(c => c.Score).OrderDescending(), open.Select(c => c.Score));
        var yumi = Assert.Single(open, c => c.Resident.Name == "荒巻　由美");
        Assert.Equal(("アラマキ　ユミ", "SCORE", LinkState.Open), (yumi.Described.Kana, yumi.Obstacle, yumi.State));
        Assert.Equal(yumi.Score, yumi.Features.Sum(f => f.Weight), 6);
        Assert.Contains(yumi.Features, f => (f.Feature, f.Level) == ("GIVEN_NAME", "EXACT"));
        Assert.Equal("", yumi.Involvement.Role);
    }

    [Fact]
    public async Task WhoIsNoResident_IsNobodysCandidate()
    {
        foreach (var state in new[] { LinkState.Open, LinkState.Automatic })
            Assert.DoesNotContain(await CandidatesAsync(state), c => c.Described.Kana.StartsWith("カイヅカ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AcceptedCandidate_IsShownAndUndoneExactly()
    {
        var yumi = await YumiAsync();
        var before = await fixture.TablesAsync();
        var accepted = await AcceptAsync(yumi);
        Assert.Equal((LinkState.Accepted, "staff-01", "本人"), (accepted.State, accepted.DecidedBy, accepted.Involvement.Role));
        var shown = Assert.Single(await fixture.InvolvementAsync(yumi.Resident));
        Assert.Equal((false, "staff-01", yumi.LinkCandidateId), (shown.Link.Automatic, shown.Link.DecidedBy, shown.Link.LinkId));
        Assert.NotEqual(before, await fixture.TablesAsync());

        var undone = await UndoAsync(accepted);
        Assert.Equal(LinkState.Open, undone.State);
        Assert.Equal(before, await fixture.TablesAsync());
        Assert.Empty(await fixture.InvolvementAsync(yumi.Resident));
    }

    [Fact]
    public async Task AutomaticLink_UndoneAndUndoneAgain_IsAsItWas()
    {
        var makino = await MakinoAsync();
        var link = Assert.Single(await CandidatesAsync(LinkState.Automatic), c => c.Resident.ResidentId == makino.ResidentId);
        var before = await fixture.TablesAsync();
        var parted = await UndoAsync(link);
        Assert.Equal(LinkState.Rejected, parted.State);
        Assert.Empty(await fixture.InvolvementAsync(makino));

        _ = await UndoAsync(parted);
        Assert.Equal(before, await fixture.TablesAsync());
        Assert.Single(await fixture.InvolvementAsync(makino));
    }

    [Fact]
    public async Task Link_IsShownForInstantsAtWhichItStood()
    {
        var yumi = await YumiAsync();
        var accepted = await AcceptAsync(yumi);
        var known = accepted.DecidedAt.ToDateTimeOffset();
        Assert.Single(await fixture.InvolvementAsync(yumi.Resident, known));
        Assert.Empty(await fixture.InvolvementAsync(yumi.Resident, known.AddMicroseconds(-1)));

        _ = await UndoAsync(accepted);
        Assert.Single(await fixture.InvolvementAsync(yumi.Resident, known));
        Assert.Empty(await fixture.InvolvementAsync(yumi.Resident, DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task LinkOfAChangedRecord_IsShownBeforeTheChangeAndAfterIt()
    {
        var makino = await MakinoAsync();
        var before = DateTimeOffset.UtcNow;
        _ = await fixture.TakeAsync(
            KeylessList.Feed, KeylessList.File([KeylessList.Row("1", "マキノ　リエ", "S58.4.19", "川端町2-4-12", "0900502-9999"), .. Rows[1..]]));
        await fixture.LookedAtAsync();
        Assert.Single(await fixture.InvolvementAsync(makino, before));
        Assert.Single(await fixture.InvolvementAsync(makino, DateTimeOffset.UtcNow));
        Assert.Single(await fixture.InvolvementAsync(makino));
    }

    [Fact]
    public async Task Decision_StandsWhenTheRegisterChanges()
    {
        var makino = await MakinoAsync();
        var link = Assert.Single(await CandidatesAsync(LinkState.Automatic), c => c.Resident.ResidentId == makino.ResidentId);
        _ = await UndoAsync(link);
        var yumi = await AcceptAsync(await YumiAsync());
        _ = await fixture.TakeAsync("residents", SampleRegister.With("90000077", "77"));
        await fixture.LookedAtAsync();
        Assert.Empty(await fixture.InvolvementAsync(makino));
        Assert.Single(await fixture.InvolvementAsync(yumi.Resident));
        Assert.Contains(await fixture.InAsync(LinkState.Rejected), c => c.LinkCandidateId == link.LinkCandidateId);
    }

    [Fact]
    public async Task ChangedRecord_IsComparedAnew()
    {
        var yumi = await YumiAsync();
        _ = await fixture.TakeAsync(
            KeylessList.Feed,
            KeylessList.File([Rows[0], KeylessList.Row("2", "アラマキ ユミ", "昭和54年3月10日", "大橋通2-36-6"), .. Rows[2..]]));
        await fixture.LookedAtAsync();
        var shown = Assert.Single(await fixture.InvolvementAsync(yumi.Resident));
        Assert.True(shown.Link.Automatic);
    }

    [Fact]
    public async Task RecordThatDescribesSomebodyElseNow_LosesItsOnlyLink()
    {
        var makino = await MakinoAsync();
        var before = DateTimeOffset.UtcNow;
        _ = await fixture.TakeAsync(
            KeylessList.Feed, KeylessList.File([KeylessList.Row("1", "カイヅカ　キクエ", "S3.1.2", "架空市西1-1-1", "0888-00-0000"), .. Rows[1..]]));
        await fixture.LookedAtAsync();
        Assert.Empty(await fixture.InvolvementAsync(makino));
        Assert.Empty(await fixture.InvolvementAsync(makino, DateTimeOffset.UtcNow));
        Assert.Single(await fixture.InvolvementAsync(makino, before));
    }

    [Fact]
    public async Task SecondResidentOfOneRecord_IsRefusedUntilTheFirstIsUndone()
    {
        var open = (await OpenAsync()).GroupBy(c => c.Involvement.Source.Line).First(g => g.Count() > 1).ToList();
        var first = await AcceptAsync(open[0]);
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "LINK_TAKEN", () => AcceptAsync(open[1]));
        Assert.DoesNotContain(await fixture.InAsync(LinkState.Open), c => c.LinkCandidateId == open[1].LinkCandidateId);
        _ = await UndoAsync(first);
        _ = await AcceptAsync(open[1]);
    }

    [Fact]
    public async Task DecisionOnADecision_IsRefused()
    {
        var rejected = await fixture.Links.RejectLinkCandidateAsync(new() { RequestId = NewId(), LinkCandidateId = (await YumiAsync()).LinkCandidateId });
        Assert.Equal(LinkState.Rejected, rejected.State);
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "LINK_WRONG_STATE", () => AcceptAsync(rejected));
        var open = (await OpenAsync())[0];
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "LINK_WRONG_STATE", () => UndoAsync(open));
        await Refusals.AssertAsync(
            StatusCode.NotFound, "LINK_CANDIDATE_NOT_FOUND", async () => await fixture.Links.UndoLinkAsync(new() { RequestId = NewId(), LinkId = NewId() }));
    }

    [Fact]
    public async Task Pages_HoldEveryCandidateOnce()
    {
        var all = await OpenAsync();
        var paged = new List<LinkCandidate>();
        var token = "";
        do
        {
            var page = await fixture.Links.SearchLinkCandidatesAsync(new() { PageSize = 1, PageToken = token });
            paged.AddRange(page.Candidates);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.True(all.Count > 2);
        Assert.Equal(all.Select(c => c.LinkCandidateId), paged.Select(c => c.LinkCandidateId));
    }

    Task<Resident> MakinoAsync() => fixture.ResidentAsync("1355801");

    async Task<LinkCandidate> YumiAsync() => Assert.Single(await OpenAsync(), c => c.Resident.Name == "荒巻　由美");

    Task<IReadOnlyList<LinkCandidate>> OpenAsync() => CandidatesAsync(LinkState.Open);

    Task<IReadOnlyList<LinkCandidate>> CandidatesAsync(LinkState state) => fixture.InAsync(state);

    async Task<LinkCandidate> AcceptAsync(LinkCandidate candidate) => await fixture.Links.AcceptLinkCandidateAsync(
        new() { RequestId = NewId(), LinkCandidateId = candidate.LinkCandidateId, ExpectedVersion = candidate.Version });

    async Task<LinkCandidate> UndoAsync(LinkCandidate link) =>
        await fixture.Links.UndoLinkAsync(new() { RequestId = NewId(), LinkId = link.LinkCandidateId, ExpectedVersion = link.Version });

    static string NewId() => Guid.NewGuid().ToString();
}
