using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd;

/// <summary>A signed-in staff member; answers are returned as they come, refusals included.</summary>
public sealed class StaffClient(HttpClient http, string token)
{
    public string Token => token;

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken ct, string? purpose = "consultation") =>
        SendAsync(Request(HttpMethod.Get, path, purpose), ct);

    public async Task<HttpResponseMessage> PostAsync(string path, JsonNode body, CancellationToken ct, string? purpose = "consultation")
    {
        using var request = Request(HttpMethod.Post, path, purpose);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request, ct);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => http.SendAsync(request, ct);

    public HttpRequestMessage Request(HttpMethod method, string path, string? purpose = "consultation")
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (purpose is not null)
            request.Headers.Add("tsunagu-purpose", purpose);
        return request;
    }
}
