using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Feeds are documents that administrators write over the API.</summary>
public sealed class FeedDefinitionTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task NewFeed_IsLiveAtOnce()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await feed.ImportAsync(MadeUpFeed.Rows(3));
        Assert.Equal((ImportState.Applied, 3, 3, 1), (import.State, import.Rows, import.Added, import.FeedVersion));
        var shown = await fixture.As("coordinator").GetFeedAsync(new() { FeedId = feed.Id });
        Assert.Equal((1, feed.Definition, "admin-01", "新しい取込元"), (shown.Version, shown.Definition, shown.StaffId, shown.Note));
        Assert.Contains((await fixture.Caseworker.ListFeedsAsync(new())).Feeds, f => f.FeedId == feed.Id && f.Version == 1 && f.Scheme == "見守り");
    }

    [Fact]
    public async Task Definition_IsRefusedWithEveryProblem()
    {
        var feed = new MadeUpFeed(fixture);
        feed.Definition.File.Encoding = "ebcdic";
        feed.Definition.Start.Style = "いつか";
        feed.Definition.RecordKey.Add("証番号");
        var refused = await Refused.AssertAsync(
            StatusCode.InvalidArgument, "FIELD_INVALID", fixture.Administrator.CreateFeedAsync(new() { RequestId = MadeUpFeed.NewId(), Definition = feed.Definition }));
        Assert.Equal(["definition.file.encoding", "definition.record_key[1]", "definition.start.style"], refused.Fields.Order(StringComparer.Ordinal));
        await Refused.AssertAsync(StatusCode.NotFound, "FEED_UNKNOWN", fixture.Administrator.GetFeedAsync(new() { FeedId = feed.Id }));
    }

    [Fact]
    public async Task Revision_IsAVersionBesideTheEarlierOne()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        Assert.Equal(2, (await feed.ReviseAsync(d => d.Scheme = "見守り訪問")).Version);
        Assert.Equal("見守り", (await fixture.Administrator.GetFeedAsync(new() { FeedId = feed.Id, Version = 1 })).Definition.Scheme);
        Assert.Equal("見守り訪問", (await fixture.Administrator.GetFeedAsync(new() { FeedId = feed.Id })).Definition.Scheme);
        var page = await fixture.Administrator.ListFeedVersionsAsync(new() { FeedId = feed.Id, PageSize = 1 });
        Assert.Equal((2, "見直し"), (Assert.Single(page.Versions).Version, page.Versions[0].Note));
        var rest = await fixture.Administrator.ListFeedVersionsAsync(new() { FeedId = feed.Id, PageSize = 1, PageToken = page.NextPageToken });
        Assert.Equal((1, ""), (Assert.Single(rest.Versions).Version, rest.NextPageToken));
        await Refused.AssertAsync(StatusCode.NotFound, "FEED_VERSION_UNKNOWN", fixture.Administrator.GetFeedAsync(new() { FeedId = feed.Id, Version = 3 }));
    }

    [Fact]
    public async Task SameBytesUnderAnotherVersion_AreReadAnew_AndAreNoMassChange()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var first = await feed.ImportAsync(MadeUpFeed.Rows(40));
        _ = await feed.ReviseAsync(d => d.Status.Codes.Add("利用中", "サービス利用中"));
        var second = await feed.ImportAsync(MadeUpFeed.Rows(40));
        Assert.Equal((ImportState.Applied, 1, 2), (second.State, first.FeedVersion, second.FeedVersion));
        Assert.Equal(40, await feed.LiveAsync("status = 'サービス利用中'"));
    }

    [Fact]
    public async Task WhoWritesOnAnOlderVersion_IsTold()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ReviseAsync(d => d.Scheme = "見守り訪問");
        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", fixture.Administrator.ReviseFeedAsync(
            new() { RequestId = MadeUpFeed.NewId(), FeedId = feed.Id, ExpectedVersion = 1, Definition = feed.Definition }));
        await Refused.AssertAsync(StatusCode.AlreadyExists, "FEED_EXISTS", fixture.Administrator.CreateFeedAsync(
            new() { RequestId = MadeUpFeed.NewId(), Definition = feed.Definition }));
        await Refused.AssertFieldAsync("definition.feed_id", fixture.Administrator.ReviseFeedAsync(
            new() { RequestId = MadeUpFeed.NewId(), FeedId = "another", Definition = feed.Definition }));
        var unknown = new MadeUpFeed(fixture);
        await Refused.AssertAsync(StatusCode.NotFound, "FEED_UNKNOWN", fixture.Administrator.ReviseFeedAsync(
            new() { RequestId = MadeUpFeed.NewId(), FeedId = unknown.Id, Definition = unknown.Definition }));
    }

    [Fact]
    public async Task Revision_HoldsOnEveryReplicaFromItsAnswerOn()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var other = await fixture.StartReplicaAsync();
        Assert.Equal("見守り", await SchemeAsync());
        for (var round = 1; round <= 5; round++)
        {
            _ = await feed.ReviseAsync(d => d.Scheme = $"見守り第{round}期");
            Assert.Equal($"見守り第{round}期", await SchemeAsync());
        }

        async Task<string> SchemeAsync() => (await other.ListFeedsAsync(new())).Feeds.Single(f => f.FeedId == feed.Id).Scheme;
    }

    [Fact]
    public async Task FeedWithImportsFromBefore_BeginsWithAVersionOfItsOwn()
    {
        var feed = new MadeUpFeed(fixture);
        _ = await fixture.CountAsync(
            $"""
            begin; set local tsunagu.principal = 'job:feed-import';
            insert into imports (id, feed_id, layout_version, state, file_name, staff_id, agency_id, sha256, bytes, rows, good_rows, rejected_rows,
              unlinked_rows, added, ended, changed, dropped_columns, received_at, finished_at, data_date, problem_code)
            values ('{Guid.NewGuid()}', '{feed.Id}', 3, 'Applied', '', 'admin-01', '', '', 0, 7, 0, 0, 0, 0, 0, 0, array[]::text[], now(), now(), '2026-04-01', '');
            commit
            """);
        Assert.Equal(4, (await fixture.Administrator.CreateFeedAsync(new() { RequestId = MadeUpFeed.NewId(), Definition = feed.Definition })).Version);
    }
}
