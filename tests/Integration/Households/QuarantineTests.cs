using System.Text;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Files that are set aside as a whole: let in or given up by somebody who says why.</summary>
public sealed class QuarantineTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task MassChange_WaitsWithItsCounts_AndIsLetInByWhoVouchesForIt()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        var mass = await feed.ImportAsync(MadeUpFeed.Rows(40, changed: 13));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.MassChange, "MASS_CHANGE"), (mass.State, mass.QuarantineReason, mass.ProblemCode));
        Assert.Equal((40, 0, 0, 13), (mass.GoodRows, mass.Added, mass.Ended, mass.Changed));
        Assert.Equal(0, await feed.LiveAsync("status = '終了'"));

        var released = await feed.ReleaseAsync(mass, "年度末の一括終了");
        Assert.Equal((ImportState.Applied, QuarantineReason.Unspecified, "", 13), (released.State, released.QuarantineReason, released.ProblemCode, released.Changed));
        Assert.Equal(
            ("admin-01", "年度末の一括終了", QuarantineReason.MassChange),
            (released.Release.StaffId, released.Release.Reason, released.Release.QuarantineReason));
        Assert.Equal((mass.Sha256, mass.Bytes), (released.Sha256, released.Bytes));
        Assert.Equal(13, await feed.LiveAsync("status = '終了'"));
        Assert.Equal(ImportState.Unchanged, (await feed.ImportAsync(MadeUpFeed.Rows(40, changed: 13))).State);
    }

    [Fact]
    public async Task DaysWork_IsNoMassChange()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        Assert.Equal(ImportState.Applied, (await feed.ImportAsync(MadeUpFeed.Rows(40, changed: 12))).State);
    }

    [Fact]
    public async Task ThresholdOfTheFeed_Decides()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        _ = await feed.ReviseAsync(d => d.Thresholds = new FeedThresholds { TruncatedBelow = 0, MassChangeAbove = 1 });
        Assert.Equal(ImportState.Applied, (await feed.ImportAsync(MadeUpFeed.Rows(1))).State);
    }

    [Fact]
    public async Task TruncatedFile_IsLetInAndEndsWhatItLacks()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        var cut = await feed.ImportAsync(MadeUpFeed.Rows(20));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Truncated), (cut.State, cut.QuarantineReason));
        var released = await feed.ReleaseAsync(cut);
        Assert.Equal((ImportState.Applied, 20), (released.State, released.Ended));
        Assert.Equal(20, await feed.LiveAsync());
    }

    [Fact]
    public async Task LayoutDrift_IsLetInOnceTheDefinitionFollows()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        var drifted = await feed.ImportAsync(MadeUpFeed.Rows(41, header: "番号,区分,開始,備考"));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Layout, true), (drifted.State, drifted.QuarantineReason, drifted.FileKept));
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "FEED_NOT_REVISED", fixture.Administrator.ReleaseImportAsync(
            new() { ImportId = drifted.ImportId, RequestId = MadeUpFeed.NewId(), Reason = "確認済み" }));

        _ = await feed.ReviseAsync(d => (d.File.Columns[1], d.Status.Column) = ("区分", "区分"));
        var released = await feed.ReleaseAsync(drifted);
        Assert.Equal((ImportState.Applied, 2, 41, 1), (released.State, released.FeedVersion, released.GoodRows, released.Added));
    }

    [Fact]
    public async Task FileOfAnotherEncoding_IsLetInOnceTheDefinitionFollows()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var sent = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(MadeUpFeed.Rows(3).Replace("利用中", "髙齢", StringComparison.Ordinal));
        var foreign = await feed.ImportAsync(sent);
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Encoding, true), (foreign.State, foreign.QuarantineReason, foreign.FileKept));
        _ = await feed.ReviseAsync(d => d.File.Encoding = "cp932");
        Assert.Equal((ImportState.Applied, 3), ((await feed.ReleaseAsync(foreign)).State, (int)await feed.LiveAsync("status = '髙齢'")));
    }

    [Fact]
    public async Task EmptyFile_IsLetInAndEndsEverything()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        var empty = await feed.ImportAsync(MadeUpFeed.Rows(0));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Empty), (empty.State, empty.QuarantineReason));
        Assert.Equal((ImportState.Applied, 40), ((await feed.ReleaseAsync(empty)).State, 40 - (int)await feed.LiveAsync()));
    }

    [Fact]
    public async Task FileGivenUp_IsGone()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var empty = await feed.ImportAsync(MadeUpFeed.Rows(0));
        var cancelled = await fixture.Administrator.CancelImportAsync(new() { ImportId = empty.ImportId, RequestId = MadeUpFeed.NewId(), Reason = "送り間違い" });
        Assert.Equal((ImportState.Failed, "CANCELLED", false), (cancelled.State, cancelled.ProblemCode, cancelled.FileKept));
        Assert.Equal(("admin-01", "送り間違い", QuarantineReason.Empty), (cancelled.Cancellation.StaffId, cancelled.Cancellation.Reason, cancelled.Cancellation.QuarantineReason));
        Assert.Equal(0, await ChunksAsync(empty.ImportId));
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "IMPORT_WRONG_STATE", fixture.Administrator.ReleaseImportAsync(
            new() { ImportId = empty.ImportId, RequestId = MadeUpFeed.NewId(), Reason = "確認済み" }));
    }

    [Fact]
    public async Task RunningImport_IsGivenUp_AndItsSenderTold()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var id = MadeUpFeed.NewId();
        using var upload = fixture.Administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = feed.Id, RequestId = id, TotalBytes = 1000 });
        await upload.RequestStream.WriteAsync(new() { Chunk = Google.Protobuf.ByteString.CopyFromUtf8(MadeUpFeed.Rows(3)) });
        _ = await fixture.UntilAsync(id, i => i.State == ImportState.Running);
        _ = await fixture.Administrator.CancelImportAsync(new() { ImportId = id, RequestId = MadeUpFeed.NewId(), Reason = "送り間違い" });
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "IMPORT_CANCELLED", () => upload.ResponseAsync);
        var import = await fixture.Administrator.GetImportAsync(new() { ImportId = id });
        Assert.Equal((ImportState.Failed, "CANCELLED"), (import.State, import.ProblemCode));
        Assert.Equal(0, await feed.LiveAsync());
        Assert.Equal(0, await fixture.CountAsync($"select count(*) from staged_involvements where import_id = '{id}'"));
        Assert.Equal(import, await fixture.ImportAsync(feed.Id, Encoding.UTF8.GetBytes(MadeUpFeed.Rows(3)), id));
    }

    [Fact]
    public async Task RunningImport_TellsHowFarItIs()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var id = MadeUpFeed.NewId();
        // More than is looked at before the first row is read.
        var file = Encoding.UTF8.GetBytes(MadeUpFeed.Rows(6000));
        using var upload = fixture.Administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = feed.Id, RequestId = id, TotalBytes = file.Length });
        await upload.RequestStream.WriteAsync(new() { Chunk = Google.Protobuf.ByteString.CopyFrom(file, 0, file.Length / 2) });
        var half = await fixture.UntilAsync(id, i => i.HasSecondsLeft);
        Assert.Equal((file.Length, true), (half.TotalBytes, half.Share is > 0.4 and < 0.6));
        Assert.InRange(half.Rows, 1, 6000);
        await upload.RequestStream.WriteAsync(new() { Chunk = Google.Protobuf.ByteString.CopyFrom(file, file.Length / 2, file.Length - (file.Length / 2)) });
        await upload.RequestStream.CompleteAsync();
        var whole = await upload;
        Assert.Equal((ImportState.Applied, 6000, false), (whole.State, whole.Rows, whole.HasShare));
    }

    [Fact]
    public async Task ColumnForbiddenAfterwards_TakesItsCopiesAlong()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await feed.ImportAsync(MadeUpFeed.Rows(0));
        Assert.True(import.FileKept);
        _ = await feed.ReviseAsync(d => d.Forbidden.Add("備考"));
        Assert.False((await fixture.Administrator.GetImportAsync(new() { ImportId = import.ImportId })).FileKept);
        Assert.Equal(0, await ChunksAsync(import.ImportId));
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "IMPORT_NOT_KEPT", fixture.Administrator.ReleaseImportAsync(
            new() { ImportId = import.ImportId, RequestId = MadeUpFeed.NewId(), Reason = "確認済み" }));
    }

    Task<long> ChunksAsync(string import) => fixture.CountAsync(
        $"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from kept_chunks where storage_id = '{import}'");
}
