using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>The administrator brings the departments' CSV files in, watching each import while it runs.</summary>
sealed class ImportChapter(GatewayClient administrator, City city, Narrator narrator)
{
    public async Task TellAsync(CancellationToken ct)
    {
        narrator.Chapter($"各課の CSV を取り込みます（{city.Name}）");
        var feeds = await administrator.GetAsync("/v1/feeds", ct);
        var schemes = feeds.Items("feeds").ToDictionary(feed => feed.Text("feedId"), feed => feed.Text("scheme"));
        var files = city.FilesFor(schemes.Keys);
        if (files.Count == 0)
            throw new DemoFailure($"{city.Name} に取り込めるファイルがありません。");

        foreach (var (feedId, file) in files)
            Report(schemes[feedId], await ImportAsync(feedId, file, ct));
    }

    async Task<JsonNode> ImportAsync(string feedId, FileInfo file, CancellationToken ct)
    {
        while (true)
        {
            var importId = Guid.CreateVersion7().ToString();
            using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var progress = WatchAsync(importId, watch.Token);
            var import = await administrator.UploadAsync($"/v1/feeds/{feedId}/imports?requestId={importId}", file, ct);
            await watch.CancelAsync();
            await progress;

            // A process that dies in mid-import leaves the feed as it was and says so; the file is simply sent again.
            if (import.Text("problemCode") != "IMPORT_INTERRUPTED")
                return import;
        }
    }

    async Task WatchAsync(string importId, CancellationToken ct)
    {
        var shown = 0L;
        await foreach (var item in EventStream.ReadAsync(administrator, $"/v1/imports/{importId}:watch", ct))
        {
            var rows = item.Number("rows");
            if (rows > shown && item.Text("state") == "RUNNING")
                narrator.Line($"  … {rows:N0} 行");
            shown = rows;
        }
    }

    void Report(string scheme, JsonNode import)
    {
        if (import.Text("state") == "QUARANTINED")
            throw new DemoFailure($"{scheme} は前回の取込と大きく違うため、確認のため保留されました（{import.Text("problemCode")}）。"
                + "別の都市のデータが入っているときは、つなぐを止めてから demo だけを実行してください。新しいデータで始まります。");
        if (import.Text("state") is not ("APPLIED" or "UNCHANGED"))
            throw new DemoFailure($"{scheme} の取込に失敗しました: {import.Text("state")} {import.Text("problemCode")}");
        var dropped = import.Items("droppedColumns").Select(column => column.ToString()).ToArray();
        narrator.Line($"{scheme}: {import.Number("rows"):N0} 行（取込 {import.Number("goodRows"):N0}、保留 {import.Number("rejectedRows"):N0}）"
            + (import.Text("state") == "UNCHANGED" ? " 前回と同じ内容です" : "")
            + (dropped.Length > 0 ? $" 保存しない列を除きました: {string.Join('、', dropped)}" : ""));
    }
}
