using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.TestKit.Webhooks;

/// <summary>The servers of partners, an address each: checks signatures by the published rule (Standard Webhooks), notes what came, and answers as it is told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    readonly ConcurrentQueue<ReceivedWebhook> _received = [];
    readonly ConcurrentDictionary<string, byte[]> _keys = [];
    readonly WebApplication _app;

    WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{name}", TakeAsync);
    }

    /// <summary>Status to answer a signed webhook with; 0 hangs up without an answer. Gets the body and how many came before.</summary>
    public Func<string, int, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    /// <summary>Everything that came so far, in order of arrival.</summary>
    public IReadOnlyList<ReceivedWebhook> All => [.. _received];

    /// <summary>What came with a signature that holds.</summary>
    public IReadOnlyList<ReceivedWebhook> Proven => [.. _received.Where(hook => hook.SignatureHolds)];

    /// <summary>What was answered with 2xx, repeats left out.</summary>
    public IReadOnlyList<ReceivedWebhook> Taken => [.. _received.Where(hook => hook.Answer is >= 200 and < 300).DistinctBy(hook => hook.Id)];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>An address.</summary>
    public string Url(string name) => $"{_app.Urls.Single()}/{name}";

    /// <summary>The secret that the subscription of an address was answered with (<c>whsec_…</c>).</summary>
    public void Expect(string name, string secret) => _keys[name] = Convert.FromBase64String(secret["whsec_".Length..]);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task TakeAsync(HttpContext context, string name)
    {
        var from = DateTimeOffset.UtcNow;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers;
        var holds = Holds(name, headers, body);
        // The first may come before the answer that tells the secret. It is sent again.
        var status = holds ? await Answer(body, _received.Count) : StatusCodes.Status401Unauthorized;
        _received.Enqueue(new(name, headers["webhook-id"].ToString(), body, holds, headers.TraceParent, status, from, DateTimeOffset.UtcNow));
        if (status == 0)
            context.Abort();
        else
            context.Response.StatusCode = status;
    }

    bool Holds(string name, IHeaderDictionary headers, string body)
    {
        var timestamp = headers["webhook-timestamp"].ToString();
        if (!_keys.TryGetValue(name, out var key) || !long.TryParse(timestamp, CultureInfo.InvariantCulture, out var seconds))
            return false;
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{timestamp}.{body}")));
        return headers["webhook-signature"].ToString().Split(' ').Contains(expected, StringComparer.Ordinal)
            && (DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() < Tolerance;
    }
}
