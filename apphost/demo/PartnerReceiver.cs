using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tsunagu.AppHost.Demo;

/// <summary>What a partner agency received once, by its own history.</summary>
/// <param name="Id">webhook-id: the same on every repeat.</param>
/// <param name="Type">Such as <c>referral.sent</c>.</param>
/// <param name="ReferralId">The referral it is about.</param>
/// <param name="Sequence">1, 2, 3 ... within the referral.</param>
sealed record Received(string Id, string Type, string ReferralId, long Sequence);

/// <summary>
/// A partner agency's own small server: takes webhooks, checks the signature (Standard Webhooks, HMAC-SHA256) and keeps
/// what came in, in the order it came in.
/// </summary>
sealed class PartnerReceiver : IAsyncDisposable
{
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    readonly ConcurrentQueue<Received> history = new();
    readonly WebApplication server;
    byte[] key = [];
    int refused;

    PartnerReceiver(WebApplication server) => this.server = server;

    /// <summary>Everything accepted so far, repeats included.</summary>
    public IReadOnlyList<Received> History => [.. history];

    /// <summary>Requests whose signature did not hold.</summary>
    public int Refused => refused;

    public Uri Address => new(new Uri(server.Urls.First()), "/hooks/tsunagu");

    public static async Task<PartnerReceiver> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var receiver = new PartnerReceiver(server);
        server.MapPost("/hooks/tsunagu", receiver.TakeAsync);
        await server.StartAsync(ct);
        return receiver;
    }

    /// <summary>The secret that the subscription answered with (<c>whsec_…</c>).</summary>
    public void Trust(string secret) => key = Convert.FromBase64String(secret["whsec_".Length..]);

    async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var id = request.Headers["webhook-id"].ToString();
        if (!IsSigned(id, request.Headers["webhook-timestamp"].ToString(), body, request.Headers["webhook-signature"].ToString()))
        {
            Interlocked.Increment(ref refused);
            return Results.Unauthorized();
        }

        var message = JsonNode.Parse(body)!;
        var data = message["data"]!;
        history.Enqueue(new Received(id, message.Text("type"), data.Text("referralId"), data.Number("sequence")));
        return Results.NoContent();
    }

    bool IsSigned(string id, string timestamp, string body, string signatures)
    {
        if (!long.TryParse(timestamp, out var seconds) || (DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
            return false;
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        return signatures.Split(' ').Any(part =>
            part.StartsWith("v1,", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(part[3..]), Encoding.ASCII.GetBytes(Convert.ToBase64String(expected))));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
