using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What becomes of files that are repeated, cut, changed or foreign.</summary>
public sealed class ImportTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>, IAsyncLifetime
{
    const string Feed = "16_kokuho_shikaku";
    const string Path = "day1/feeds/16_kokuho_shikaku.csv";

    public async ValueTask InitializeAsync() => _ = await fixture.ImportAsync("residents", City.Sample.Read("day1/residents.csv"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AppliedImport_IsPublishedOnce()
    {
        var import = await fixture.ImportAsync("01_kaigo_nintei", City.Sample.Read("day1/feeds/01_kaigo_nintei.csv"));
        Assert.Equal(ImportState.Applied, import.State);
        var told = Assert.Single(await fixture.Events.WaitForAsync<ImportApplied>(import.ImportId));
        Assert.Equal(("01_kaigo_nintei", 1L), (told.FeedId, told.Sequence));
    }

    [Fact]
    public async Task SameRequestId_GetsTheFirstImport()
    {
        var id = Guid.NewGuid().ToString();
        var first = await fixture.ImportAsync("14_seikatsu_hogo", City.Sample.Read("day1/feeds/14_seikatsu_hogo.csv"), id);
        var second = await fixture.ImportAsync("14_seikatsu_hogo", City.Sample.Read("day1/feeds/14_seikatsu_hogo.csv"), id);
        Assert.Equal(first, second);
        Assert.Equal(id, first.ImportId);
        Assert.Equal(1, await fixture.CountAsync($"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from imports where id = '{id}'"));
    }

    [Fact]
    public async Task SameRequestId_ForAnotherFeed_IsRefused()
    {
        var id = Guid.NewGuid().ToString();
        _ = await fixture.ImportAsync("residents", City.Sample.Read("day1/residents.csv"), id);
        await Refusals.AssertAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", () => fixture.ImportAsync(Feed, City.Sample.Read(Path), id));
    }

    [Fact]
    public async Task SameBytesAgain_ChangeNothing()
    {
        var first = await fixture.ImportAsync("18_juminzei_kubun", City.Sample.Read("day1/feeds/18_juminzei_kubun.csv"));
        var again = await fixture.ImportAsync("18_juminzei_kubun", City.Sample.Read("day1/feeds/18_juminzei_kubun.csv"));
        Assert.Equal(ImportState.Unchanged, again.State);
        Assert.Equal((first.Rows, first.GoodRows, first.RejectedRows), (again.Rows, again.GoodRows, again.RejectedRows));
        Assert.Equal(await fixture.RejectsAsync(first.ImportId), await fixture.RejectsAsync(again.ImportId));
    }

    [Fact]
    public async Task FileCutShort_IsQuarantinedAndTheDataStays()
    {
        var whole = City.Sample.Read("day1/feeds/19_shiei_jutaku.csv");
        _ = await fixture.ImportAsync("19_shiei_jutaku", whole);
        var before = await LiveAsync("19_shiei_jutaku");
        // Eight good rows, and one that waits for its person.
        Assert.Equal(9, before);
        var cut = await fixture.ImportAsync("19_shiei_jutaku", whole[..(whole.Length / 2)]);
        Assert.Equal((ImportState.Quarantined, "TRUNCATED"), (cut.State, cut.ProblemCode));
        Assert.Equal(before, await LiveAsync("19_shiei_jutaku"));
    }

    [Fact]
    public async Task HeaderThatDiffers_IsQuarantined()
    {
        var text = Encoding.UTF8.GetString(City.Sample.Read("day1/feeds/07_jiritsu_iryo.csv")).Replace("有効期間開始", "開始年月日", StringComparison.Ordinal);
        var import = await fixture.ImportAsync("07_jiritsu_iryo", Encoding.UTF8.GetBytes(text));
        Assert.Equal((ImportState.Quarantined, "LAYOUT"), (import.State, import.ProblemCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("受給者番号,個人番号,個人コード,氏名,医療区分,有効期間開始,有効期間終了,指定医療機関,指定薬局,所得区分,負担上限月額,廃止日\n")]
    public async Task FileWithoutRows_IsQuarantined(string text)
    {
        var import = await fixture.ImportAsync("07_jiritsu_iryo", Encoding.UTF8.GetBytes(text));
        Assert.Equal((ImportState.Quarantined, "EMPTY"), (import.State, import.ProblemCode));
    }

    [Fact]
    public async Task FileOfAnotherEncoding_IsQuarantined()
    {
        var import = await fixture.ImportAsync("07_jiritsu_iryo", City.Sample.Read(Path));
        Assert.Equal((ImportState.Quarantined, "ENCODING"), (import.State, import.ProblemCode));
    }

    [Fact]
    public async Task ForbiddenNumbers_AreDroppedReportedAndNowhereKept()
    {
        var file = City.Sample.Read("day1/feeds/07_jiritsu_iryo.csv");
        var import = await fixture.ImportAsync("07_jiritsu_iryo", file);
        Assert.Equal(["個人番号"], import.DroppedColumns);
        var number = Encoding.UTF8.GetString(file).Split('\n')[1].Split(',')[1];
        Assert.Equal(12, number.Length);
        foreach (var table in new[] { "involvements", "involvement_persons", "import_rejects", "imports", "residents", "staged_involvements", "involvement_versions", "resident_versions" })
            Assert.Equal(0, await fixture.CountAsync($"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from {table} t where t::text like '%{number}%'"));
    }

    [Fact]
    public async Task RecordsAheadOfTheRegister_AppearOnceItBringsTheirPeople()
    {
        byte[] file = [.. City.Sample.Read(Path), .. "652530,01,000000088880001,X,5020401,1,0000000,0,0,0\r\n"u8];
        var import = await fixture.ImportAsync(Feed, file);
        Assert.Contains(await fixture.RejectsAsync(import.ImportId), r => r.Reason == "KEY_UNKNOWN" && r.Column == "宛名番号");

        _ = await fixture.ImportAsync("residents", SampleRegister.With("000000088880001", "000000088890001"));
        var view = await fixture.ViewAsync("88880001");
        Assert.Equal("加入中", Assert.Single(Assert.Single(view.Members).Involvement).Status);
    }

    [Fact]
    public async Task UnknownFeed_IsNotFound() =>
        await Refusals.AssertAsync(StatusCode.NotFound, "FEED_UNKNOWN", () => fixture.ImportAsync("99_nothing", [1]));

    [Fact]
    public async Task UnknownImport_IsNotFound()
    {
        var id = Guid.NewGuid().ToString();
        await Refusals.AssertAsync(StatusCode.NotFound, "IMPORT_NOT_FOUND", () => fixture.Administrator.GetImportAsync(new() { ImportId = id }).ResponseAsync);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "IMPORT_NOT_FOUND", () => fixture.Administrator.ListImportRejectsAsync(new() { ImportId = id }).ResponseAsync);
    }

    [Fact]
    public async Task Watch_FromBeforeTheUpload_EndsWithTheFinalState()
    {
        var id = Guid.NewGuid().ToString();
        using var watch = fixture.Administrator.WatchImport(new() { ImportId = id });
        var import = await fixture.ImportAsync("residents", City.Sample.Read("day1/residents.csv"), id);
        var seen = new List<Import>();
        await foreach (var step in watch.ResponseStream.ReadAllAsync())
            seen.Add(step);
        Assert.Equal(import, seen[^1]);
        Assert.All(seen.SkipLast(1), s => Assert.Equal(ImportState.Running, s.State));
    }

    [Fact]
    public async Task QuarantinedFile_IsNotPublished()
    {
        var import = await fixture.ImportAsync("residents", City.Sample.Read("day1/residents.csv")[..2000]);
        Assert.Equal(ImportState.Quarantined, import.State);
        Assert.Equal(0, await fixture.CountAsync($"select count(*) from outbox_messages where aggregate_id = '{import.ImportId}'"));
    }

    [Fact]
    public async Task UploadBrokenOff_LeavesNothing_AndTheSameIdMayBeSentAgain()
    {
        var id = Guid.NewGuid().ToString();
        var file = SampleRegister.With("000000088880002", "000000088890002");
        using (var upload = fixture.Administrator.ImportFeed())
        {
            await upload.RequestStream.WriteAsync(new() { FeedId = "residents", RequestId = id, FileName = "residents.csv" });
            await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(file) });
            _ = await fixture.UntilAsync(id, i => i.State == ImportState.Running);
        }
        var broken = await fixture.UntilAsync(id, i => i.State == ImportState.Failed);
        Assert.Equal("UPLOAD_CANCELLED", broken.ProblemCode);
        Assert.Empty((await fixture.Caseworker.SearchResidentsAsync(new() { ResidentNumber = "88880002" })).Matches);
        Assert.Equal(0, await fixture.CountAsync($"select count(*) from staged_residents where import_id = '{id}'"));

        Assert.Equal(ImportState.Applied, (await fixture.ImportAsync("residents", file, id)).State);
        Assert.Single((await fixture.Caseworker.SearchResidentsAsync(new() { ResidentNumber = "88880002" })).Matches);
    }

    [Fact]
    public async Task ImportThatNobodyRuns_IsMarkedInterrupted()
    {
        // What a process killed in mid-import leaves: the row, and no lock.
        var id = Guid.NewGuid().ToString();
        _ = await fixture.CountAsync(
            $"""
            begin; set local tsunagu.principal = 'job:feed-import';
            insert into imports (id, feed_id, layout_version, state, file_name, staff_id, agency_id, sha256, bytes, rows, good_rows, rejected_rows,
              unlinked_rows, added, ended, changed, dropped_columns, received_at, data_date, problem_code)
            values ('{id}', '{Feed}', 1, 'Running', '', 'admin-01', '', '', 0, 7, 0, 0, 0, 0, 0, 0, array[]::text[], now(), '2026-04-01', '');
            commit
            """);
        Assert.Equal("IMPORT_INTERRUPTED", (await fixture.UntilAsync(id, i => i.State == ImportState.Failed)).ProblemCode);
    }

    [Theory]
    [InlineData("caseworker")]
    [InlineData("partner")]
    public async Task Import_ByAnotherRole_IsDenied(string role)
    {
        using var upload = fixture.As(role).ImportFeed();
        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await upload.RequestStream.WriteAsync(new() { FeedId = "residents" });
            await upload.RequestStream.CompleteAsync();
            _ = await upload;
        });
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
    }

    Task<long> LiveAsync(string feed) => fixture.CountAsync(
        $"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from involvements where feed_id = '{feed}' and withdrawn_import_id is null");
}
