using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>One person's session: steps with time to think between them, each measured from when it was meant to begin.</summary>
/// <param name="http">The gateway.</param>
/// <param name="token">Of the staff member.</param>
/// <param name="report">Takes the figures.</param>
/// <param name="intended">Timestamp of when the first step is meant to begin.</param>
/// <param name="think">Mean time to think.</param>
/// <param name="random">Source of chance, this session's own.</param>
sealed class Person(HttpClient http, string token, FridayReport report, long intended, TimeSpan think, Random random)
{
    long next = intended;

    public Random Random => random;

    /// <summary>Thinks before the next step, about this many times the mean.</summary>
    public void Think(double times = 1) =>
        next = Stopwatch.GetTimestamp() + (long)(Arrivals.Around(think * times, random).TotalSeconds * Stopwatch.Frequency);

    public Task<JsonNode?> GetAsync(string operation, string path, CancellationToken ct) =>
        CallAsync(operation, () => new(HttpMethod.Get, path), ct);

    public Task<JsonNode?> PostAsync(string operation, string path, JsonObject body, CancellationToken ct) =>
        CallAsync(operation, () => new(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, ct);

    /// <summary>Posts a write with a request_id of its own.</summary>
    public Task<JsonNode?> WriteAsync(string operation, string path, JsonObject body, CancellationToken ct)
    {
        body["requestId"] = Guid.CreateVersion7().ToString();
        return PostAsync(operation, path, body, ct);
    }

    public Task<JsonNode?> UploadAsync(string operation, string path, byte[] file, CancellationToken ct) =>
        CallAsync(operation, () => new(HttpMethod.Post, path) { Content = new ByteArrayContent(file) }, ct);

    /// <summary>The answer; null when there was none, which ends a session: nobody asks again.</summary>
    async Task<JsonNode?> CallAsync(string operation, Func<HttpRequestMessage> create, CancellationToken ct)
    {
        var begin = next;
        var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), begin);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, ct);
        var (answer, error) = await TryAsync(create, ct);
        report.Note(operation, Stopwatch.GetElapsedTime(begin), error);
        // A program's step follows at once unless somebody thinks first.
        next = Stopwatch.GetTimestamp();
        return error is null ? answer : null;
    }

    async Task<(JsonNode? Answer, string? Error)> TryAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        using var request = create();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("tsunagu-purpose", "consultation");
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(ct));
            return response.IsSuccessStatusCode ? (body, null) : (null, $"{(int)response.StatusCode} {body?["code"]}");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or JsonException || (lost is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, lost.GetType().Name);
        }
    }
}
