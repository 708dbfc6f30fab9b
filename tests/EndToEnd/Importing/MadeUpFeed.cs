using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using Tsunagu.Tests.EndToEnd.Hosting;

namespace Tsunagu.Tests.EndToEnd.Importing;

/// <summary>A feed of a test's own in the running suite, of a source without a key, so that it needs no register; any change of it goes in.</summary>
sealed class MadeUpFeed(SuiteFixture suite, StaffClient administrator)
{
    public string Id { get; } = $"made_up_{Guid.NewGuid():N}";

    /// <summary>Adds the feed to the suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="administrator">Who sends its files.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<MadeUpFeed> CreateAsync(SuiteFixture suite, StaffClient administrator, CancellationToken ct)
    {
        var feed = new MadeUpFeed(suite, administrator);
        var definition = new JsonObject
        {
            ["feedId"] = feed.Id,
            ["scheme"] = "見守り",
            ["department"] = "見守り課",
            ["file"] = new JsonObject { ["encoding"] = "utf-8", ["delimiter"] = ",", ["headerRows"] = 1, ["columns"] = new JsonArray("番号", "状態", "開始", "備考") },
            ["recordKey"] = new JsonArray("番号"),
            ["status"] = new JsonObject { ["column"] = "状態" },
            ["start"] = new JsonObject { ["column"] = "開始", ["style"] = "yyyy-MM-dd" },
            ["thresholds"] = new JsonObject { ["truncatedBelow"] = 0, ["massChangeAbove"] = 1 },
        };
        using var answer = await administrator.PostAsync(
            "/v1/feeds", new JsonObject { ["requestId"] = Guid.NewGuid().ToString(), ["definition"] = definition, ["note"] = "新しい取込元" }, ct, purpose: null);
        _ = await Problem.Success(answer);
        return feed;
    }

    /// <summary>Rows that all have one status.</summary>
    public static string Rows(int count, string status) =>
        "番号,状態,開始,備考\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},{status},2026-04-01,\n"));

    /// <summary>A file of rows that all have one status.</summary>
    public static HttpContent File(int count, string status) => new ByteArrayContent(Encoding.UTF8.GetBytes(Rows(count, status)));

    /// <summary>Sends a file; the import.</summary>
    public async Task<JsonNode> ImportAsync(HttpContent file, Guid id, CancellationToken ct)
    {
        using var answer = await SendAsync(file, id, ct);
        return await Problem.Success(answer);
    }

    /// <summary>Sends a file while the suite is being killed; the import, or null when it broke off.</summary>
    public async Task<JsonNode?> TryImportAsync(HttpContent file, Guid id, CancellationToken ct)
    {
        try
        {
            using var answer = await SendAsync(file, id, ct);
            return (int)answer.StatusCode >= 500 ? null : await Problem.Success(answer);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    async Task<HttpResponseMessage> SendAsync(HttpContent file, Guid id, CancellationToken ct)
    {
        using var request = administrator.Request(HttpMethod.Post, $"/v1/feeds/{Id}/imports", purpose: null);
        request.Headers.Add("Idempotency-Key", id.ToString());
        request.Content = file;
        return await administrator.SendAsync(request, ct);
    }

    /// <summary>True when the suite answers that there is no such import.</summary>
    public async Task<bool> IsUnknownAsync(Guid id, CancellationToken ct)
    {
        using var answer = await administrator.GetAsync($"/v1/imports/{id}", ct, purpose: null);
        return answer.StatusCode == HttpStatusCode.NotFound;
    }

    /// <summary>The import; null while the suite does not know of it or does not answer.</summary>
    public async Task<JsonNode?> FindAsync(Guid id, CancellationToken ct)
    {
        using var answer = await administrator.GetAsync($"/v1/imports/{id}", ct, purpose: null);
        return answer.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct)) : null;
    }

    /// <summary>What the feed holds: each status with its number of records.</summary>
    public Task<string> HeldAsync(CancellationToken ct) => TextAsync(
        "select coalesce(string_agg(s, ' ' order by s), '') from (select status || count(*) as s from involvements where feed_id = $1 and withdrawn_import_id is null group by status) x", Id, ct);

    /// <summary>How many versions lie in history.</summary>
    public Task<string> VersionsAsync(CancellationToken ct) => TextAsync(
        "select count(*)::text from involvement_versions o join involvements v on v.id = o.involvement_id where v.feed_id = $1", Id, ct);

    /// <summary>What an import left beside the data: staged rows, chunks that belong to no kept file.</summary>
    public Task<string> LeftoversAsync(Guid id, CancellationToken ct) => TextAsync(
        """
        select ((select count(*) from staged_involvements where import_id = $1)
          + (select count(*) from kept_chunks c where storage_id = $1 and not exists (select from kept_files f where f.storage_id = c.storage_id)))::text
        """, id, ct);

    /// <summary>Locks the last record until it is disposed, so that a merge stops at it with part of its work done.</summary>
    public async Task<NpgsqlConnection> HoldLastRecordAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            "begin; select from involvements where feed_id = @feed order by record_key::int desc limit 1 for update", connection)
        { Parameters = { new("feed", Id) } };
        _ = await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    /// <summary>True while somebody waits for what the connection holds.</summary>
    public async Task<bool> IsAwaitedAsync(NpgsqlConnection holder, CancellationToken ct) =>
        await TextAsync("select count(*)::text from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", holder.ProcessID, ct) != "0";

    async Task<string> TextAsync(string sql, object value, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        // A killed server leaves broken connections behind in a pool.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(suite.Database("household")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
