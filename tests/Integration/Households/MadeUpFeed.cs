using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>A feed of a test's own, of a source that has no key, so that it needs no register.</summary>
sealed class MadeUpFeed(HouseholdFixture fixture)
{
    public FeedDefinition Definition { get; } = new()
    {
        FeedId = $"made_up_{Guid.NewGuid():N}",
        Scheme = "見守り",
        Department = "見守り課",
        File = new FeedFile { Encoding = "utf-8", Delimiter = ",", HeaderRows = 1, Columns = { "番号", "状態", "開始", "備考" } },
        RecordKey = { "番号" },
        Status = new FeedStatus { Column = "状態" },
        Start = new FeedDate { Column = "開始", Style = "yyyy-MM-dd" },
    };

    public string Id => Definition.FeedId;

    public async Task<MadeUpFeed> CreateAsync()
    {
        _ = await fixture.Administrator.CreateFeedAsync(new() { RequestId = NewId(), Definition = Definition, Note = "新しい取込元" });
        return this;
    }

    public async Task<FeedVersion> ReviseAsync(Action<FeedDefinition> change)
    {
        change(Definition);
        return await fixture.Administrator.ReviseFeedAsync(new() { RequestId = NewId(), FeedId = Id, Definition = Definition, Note = "見直し" });
    }

    public Task<Import> ImportAsync(string text) => ImportAsync(Encoding.UTF8.GetBytes(text));

    public Task<Import> ImportAsync(byte[] file) => fixture.ImportAsync(Id, file);

    /// <summary>A file with that many rows, of which some have another status.</summary>
    public static string Rows(int count, int changed = 0, string header = "番号,状態,開始,備考") =>
        header + "\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},{(i <= changed ? "終了" : "利用中")},2026-04-01,\n"));

    public async Task<Import> ReleaseAsync(Import import, string reason = "所管課に確認済み")
    {
        var released = await fixture.Administrator.ReleaseImportAsync(new() { ImportId = import.ImportId, RequestId = NewId(), Reason = reason });
        return released.State == ImportState.Running
            ? await fixture.UntilAsync(import.ImportId, i => i.State != ImportState.Running)
            : released;
    }

    public Task<long> LiveAsync(string condition = "true") => fixture.CountAsync(
        $"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from involvements where feed_id = '{Id}' and withdrawn_import_id is null and {condition}");

    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>The CSV of the rows set aside.</summary>
    public async Task<string[]> ExportAsync(Import import)
    {
        using var export = fixture.Administrator.ExportImportRejects(new() { ImportId = import.ImportId });
        var lines = new List<string>();
        while (await export.ResponseStream.MoveNext(default))
        {
            Xunit.Assert.Equal("text/csv; charset=utf-8", export.ResponseStream.Current.ContentType);
            lines.AddRange(export.ResponseStream.Current.Data.ToStringUtf8().Split('\n'));
        }
        return [.. lines];
    }
}
