using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>
/// A staff member who makes a call again until somebody answers it. A write carries its request_id through all repeats, so it must
/// come out as if it had been made once.
/// </summary>
sealed class PatientClient(HttpClient http, string staffId)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan TokenAge = TimeSpan.FromMinutes(30);
    static int repeats;

    Token token = new("", DateTime.MinValue);

    /// <summary>Calls of this process that were made again because no answer came.</summary>
    public static int Repeats => repeats;

    /// <summary>Makes a write; without a request_id of its own it gets a new one.</summary>
    public Task<Reply> WriteAsync(string path, JsonObject body, CancellationToken ct)
    {
        body["requestId"] ??= Guid.CreateVersion7().ToString();
        return PostAsync(path, body, ct);
    }

    public Task<Reply> PostAsync(string path, JsonObject body, CancellationToken ct)
    {
        var json = body.ToJsonString();
        return SettleAsync(() => new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") }, ct);
    }

    public Task<Reply> UploadAsync(string path, string file, CancellationToken ct) =>
        SettleAsync(() => new(HttpMethod.Post, path) { Content = new ByteArrayContent(File.ReadAllBytes(file)) }, ct);

    public Task<Reply> GetAsync(string path, CancellationToken ct) => SettleAsync(() => new(HttpMethod.Get, path), ct);

    /// <summary>Opens a stream; null when it cannot be had for the moment.</summary>
    public async Task<HttpResponseMessage?> OpenAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            await SignAsync(request, ct);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode)
                return response;
            response.Dispose();
            return null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    async Task<Reply> SettleAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        var until = DateTime.UtcNow + Patience;
        for (var pause = 100; ; pause = Math.Min(2_000, pause * 2))
        {
            var (reply, trouble) = await TryAsync(create, ct);
            if (reply is not null)
                return reply;
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"No answer within {Patience}: {trouble}");
            Interlocked.Increment(ref repeats);
            await Task.Delay(pause, ct);
        }
    }

    async Task<(Reply? Reply, string Trouble)> TryAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        using var request = create();
        try
        {
            await SignAsync(request, ct);
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            return IsPassing(response.StatusCode)
                ? (null, $"{request.RequestUri} {(int)response.StatusCode}")
                : (new Reply((int)response.StatusCode, JsonNode.Parse(text) ?? new JsonObject()), "");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, $"{request.RequestUri} {lost.GetType().Name}");
        }
    }

    async Task SignAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ct));
        request.Headers.Add("tsunagu-purpose", staffId.StartsWith("auditor", StringComparison.Ordinal) ? "audit-inquiry" : "consultation");
    }

    // Several that find it old at once each get one: no harm.
    async Task<string> TokenAsync(CancellationToken ct)
    {
        if (DateTime.UtcNow - token.At < TokenAge)
            return token.Text;
        using var asked = new StringContent(new JsonObject { ["staffId"] = staffId }.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/dev/token", asked, ct);
        answer.EnsureSuccessStatusCode();
        var fresh = new Token(JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!["accessToken"]!.ToString(), DateTime.UtcNow);
        token = fresh;
        return fresh.Text;
    }

    // 408: the suite saw too little of the request in time, as on a machine that is out of breath.
    static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests;

    sealed record Token(string Text, DateTime At);
}
