using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>
/// A staff member's client: plain REST with a token. Every write carries a request_id, so a call without an answer is
/// simply made again.
/// </summary>
sealed class GatewayClient(HttpClient http, string? token = null)
{
    /// <summary>利用目的 of every request.</summary>
    public const string Purpose = "consultation";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly JsonSerializerOptions Compact = new() { WriteIndented = false };

    public HttpClient Http => http;

    /// <summary>Signs a sample staff member in.</summary>
    public async Task<GatewayClient> SignInAsync(string staffId, CancellationToken ct)
    {
        var answer = await PostAsync("/dev/token", new JsonObject { ["staffId"] = staffId }, ct);
        return new GatewayClient(http, answer.Text("accessToken"));
    }

    public Task<JsonNode> GetAsync(string path, CancellationToken ct) =>
        SendAsync(() => Request(HttpMethod.Get, path), ct);

    /// <summary>Posts JSON as it is.</summary>
    public Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken ct)
    {
        var json = body.ToJsonString(Compact);
        return SendAsync(() => Request(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json")), ct);
    }

    /// <summary>Posts a write: one request_id for the first try and all repeats.</summary>
    public Task<JsonNode> WriteAsync(string path, JsonObject body, CancellationToken ct)
    {
        body["requestId"] = Guid.CreateVersion7().ToString();
        return PostAsync(path, body, ct);
    }

    public Task<JsonNode> DeleteAsync(string path, CancellationToken ct)
    {
        var requestId = Guid.CreateVersion7();
        return SendAsync(() => Request(HttpMethod.Delete, $"{path}?requestId={requestId}"), ct);
    }

    /// <summary>Sends a file as the body of the request.</summary>
    public Task<JsonNode> UploadAsync(string path, FileInfo file, CancellationToken ct) =>
        SendAsync(() =>
        {
            var request = Request(HttpMethod.Post, path, new StreamContent(file.OpenRead()));
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            request.Headers.Add("Tsunagu-File-Name", Uri.EscapeDataString(file.Name));
            return request;
        }, ct);

    /// <summary>A request with this client's token and purpose.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("tsunagu-purpose", Purpose);
        return request;
    }

    async Task<JsonNode> SendAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        var deadline = DateTime.UtcNow + Patience;
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = Longer(pause))
        {
            var (answer, problem) = await TryAsync(create, ct);
            if (answer is not null)
                return answer;
            if (DateTime.UtcNow > deadline)
                throw new DemoFailure($"{Patience.TotalMinutes:0} 分待っても応答がありません: {problem}");
            await Task.Delay(pause, ct);
        }
    }

    async Task<(JsonNode? Answer, string Problem)> TryAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        using var request = create();
        try
        {
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode)
                return (JsonNode.Parse(text) ?? new JsonObject(), "");
            var problem = $"{request.Method} {request.RequestUri?.AbsolutePath} → {(int)response.StatusCode} {text}";
            return IsTransient(response.StatusCode) ? (null, problem) : throw new DemoFailure(problem);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, $"{request.Method} {request.RequestUri?.AbsolutePath} → {lost.Message}");
        }
    }

    static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests;

    static TimeSpan Longer(TimeSpan pause) => TimeSpan.FromMilliseconds(Math.Min(2_000, pause.TotalMilliseconds * 2));
}
