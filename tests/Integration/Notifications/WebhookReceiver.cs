using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>A partner's server: checks signatures by the published rule, keeps what came, and answers as it is told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<Received> _received = [];
    readonly ConcurrentDictionary<string, string> _secrets = [];

    WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{name}", TakeAsync);
    }

    /// <summary>Status to answer with; 0 hangs up without an answer. Gets the body and how many came before.</summary>
    public Func<string, int, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    public IReadOnlyList<Received> All => [.. _received];

    /// <summary>What was answered with 2xx, repeats left out.</summary>
    public IReadOnlyList<Received> Taken => [.. _received.Where(hook => hook.Answer is >= 200 and < 300).DistinctBy(hook => hook.Id)];

    public string Url(string name) => $"{_app.Urls.Single()}/{name}";

    public void Expect(string name, string secret) => _secrets[name] = secret;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task TakeAsync(HttpContext context, string name)
    {
        var from = DateTimeOffset.UtcNow;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var status = await Answer(body, _received.Count);
        var headers = context.Request.Headers;
        _received.Enqueue(new Received(
            headers["webhook-id"].ToString(), body, Holds(name, headers, body), headers.TraceParent, status, from, DateTimeOffset.UtcNow));
        if (status == 0)
            context.Abort();
        else
            context.Response.StatusCode = status;
    }

    bool Holds(string name, IHeaderDictionary headers, string body)
    {
        var timestamp = headers["webhook-timestamp"].ToString();
        var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        var key = Convert.FromBase64String(_secrets[name]["whsec_".Length..]);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{timestamp}.{body}"));
        return headers["webhook-signature"] == "v1," + Convert.ToBase64String(expected) && age.Duration() < TimeSpan.FromMinutes(5);
    }
}
