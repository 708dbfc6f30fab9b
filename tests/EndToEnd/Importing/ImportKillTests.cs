using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Tsunagu.Tests.EndToEnd.Hosting;
using Tsunagu.Tests.EndToEnd.Storm;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Importing;

/// <summary>The service or PostgreSQL is killed (<c>-9</c>) in mid-import: the feed is wholly old or wholly new, the import says what became of it, and goes in when it is sent again.</summary>
[Collection(RunningSuite.Name)]
public sealed class ImportKillTests(SuiteFixture suite, ITestOutputHelper output)
{
    const int Patience = 180;
    const int Rows = 5000;
    const string Old = "旧";
    const string New = "新";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("household")]
    [InlineData("postgres")]
    public async Task KilledWhileTheRowsAreMerged_LeavesTheFeedAsItWas(string victim)
    {
        var feed = await FilledAsync(Rows);
        var id = Guid.NewGuid();
        Task<JsonNode?> upload;
        await using (var holder = await feed.HoldLastRecordAsync(Ct))
        {
            upload = feed.TryImportAsync(MadeUpFeed.File(Rows, New), id, Ct);
            await Eventually.HoldsAsync(() => feed.IsAwaitedAsync(holder, Ct), "the merge comes to the record that is held");
            await suite.KillAsync(victim, Ct);
        }
        await AssertOldThenNewAsync(feed, id, upload);
    }

    [Theory]
    [InlineData("household")]
    [InlineData("postgres")]
    public async Task KilledWhileTheFileArrives_LeavesTheFeedAsItWas(string victim)
    {
        Assert.SkipUnless(Tier.IsFull, "TSUNAGU_TIER=full");
        var feed = await FilledAsync(Rows);
        var id = Guid.NewGuid();
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Half of it is more than is looked at before the first row is read.
        var upload = feed.TryImportAsync(new SlowFile(MadeUpFeed.Rows(Rows * 4, New), dead.Task), id, Ct);
        await Eventually.HoldsAsync(async () => await feed.FindAsync(id, Ct) is { } import && (int)import["rows"]! > 0, "rows are read");
        await suite.KillAsync(victim, Ct);
        dead.SetResult();
        await AssertOldThenNewAsync(feed, id, upload);
    }

    [Fact]
    public async Task KilledAtAnyInstant_LeavesTheFeedWhollyOldOrWhollyNew()
    {
        Assert.SkipUnless(Tier.IsFull, "TSUNAGU_TIER=full");
        var random = Seed.NewRandom();
        const int Many = 20_000;
        var feed = await FilledAsync(Many);
        var usual = await TimeAsync(() => ImportAsync(feed, Many, "1"));
        for (var round = 2; round <= 12; round++)
        {
            var id = Guid.NewGuid();
            var upload = feed.TryImportAsync(MadeUpFeed.File(Many, Status(round)), id, Ct);
            await Task.Delay(usual * random.NextDouble() * 1.2, Ct);
            var victim = random.Next(2) == 0 ? "household" : "postgres";
            await suite.KillAsync(victim, Ct);
            var answered = await upload;
            await suite.WaitUntilHealthyAsync(Ct);
            // Cut off before anything of it was kept, it has no end.
            var import = await feed.IsUnknownAsync(id, Ct) ? null : await EndAsync(feed, id);
            var held = await feed.HeldAsync(Ct);
            output.WriteLine($"{round} {victim}: {import?["state"]} {import?["problemCode"]} {held}");
            var isNew = import?["state"]?.ToString() == "APPLIED";
            Assert.Equal($"{Status(isNew ? round : round - 1)}{Many}", held);
            // The suite's data is thrown away, so its server may forget in a crash what it took down a moment ago.
            Assert.True(isNew || answered is null || victim == "postgres", "what was acknowledged is gone");
            // The next round begins from here, whichever way this one ended.
            await ImportAsync(feed, Many, Status(round), id);
        }
    }

    static string Status(int round) => round.ToString(CultureInfo.InvariantCulture);

    async Task AssertOldThenNewAsync(MadeUpFeed feed, Guid id, Task<JsonNode?> upload)
    {
        Assert.Null(await upload);
        await suite.WaitUntilHealthyAsync(Ct);
        var import = await EndAsync(feed, id);
        Assert.Equal("FAILED", import?["state"]?.ToString());
        Assert.Contains(import!["problemCode"]!.ToString(), (string[])["IMPORT_INTERRUPTED", "IMPORT_FAILED", "UPLOAD_CANCELLED"]);
        Assert.Equal(($"{Old}{Rows}", "0", "0"), (await feed.HeldAsync(Ct), await feed.VersionsAsync(Ct), await feed.LeftoversAsync(id, Ct)));

        await ImportAsync(feed, Rows, New, id);
        Assert.Equal(($"{New}{Rows}", "0"), (await feed.HeldAsync(Ct), await feed.LeftoversAsync(id, Ct)));
    }

    async Task<MadeUpFeed> FilledAsync(int rows)
    {
        var feed = await MadeUpFeed.CreateAsync(suite, await suite.SignInAsync("admin-01", Ct), Ct);
        await ImportAsync(feed, rows, Old);
        return feed;
    }

    static async Task ImportAsync(MadeUpFeed feed, int rows, string status, Guid? id = null)
    {
        var import = await feed.ImportAsync(MadeUpFeed.File(rows, status), id ?? Guid.NewGuid(), Ct);
        Assert.Equal("APPLIED", import["state"]!.ToString());
    }

    // Nothing of it may be left to be decided: a process that is gone has its import marked by the next one.
    static Task<JsonNode?> EndAsync(MadeUpFeed feed, Guid id) => Eventually.GetAsync(
        () => feed.FindAsync(id, Ct), import => import is not null && import["state"]!.ToString() != "RUNNING", Patience);

    static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }
}
