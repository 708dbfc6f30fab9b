using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.TestKit.Webhooks;

/// <summary>
/// The servers of partner agencies: one address each, signatures checked (Standard Webhooks), everything noted in the order it came.
/// </summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    readonly ConcurrentQueue<WebhookArrival> _arrivals = new();
    readonly ConcurrentDictionary<string, byte[]> _keys = new();
    readonly WebApplication _server;
    readonly double _hiccups;
    readonly Random _random;
    int _forged;

    WebhookReceiver(WebApplication server, double hiccups, int seed) => (_server, _hiccups, _random) = (server, hiccups, new Random(seed));

    /// <summary>Everything taken so far, in order of arrival.</summary>
    public IReadOnlyList<WebhookArrival> Arrivals => [.. _arrivals];

    /// <summary>How many were taken so far.</summary>
    public int Count => _arrivals.Count;

    /// <summary>Requests whose signature did not hold.</summary>
    public int Forged => _forged;

    /// <param name="hiccups">Share of requests that are taken and yet answered with 503, as by a server that dies at the wrong moment: 0 to 1.</param>
    /// <param name="seed">Decides which.</param>
    public static async Task<WebhookReceiver> StartAsync(double hiccups = 0, int seed = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var receiver = new WebhookReceiver(server, hiccups, seed);
        server.MapPost("/{agency}", receiver.TakeAsync);
        await server.StartAsync();
        return receiver;
    }

    /// <summary>Where the webhooks of an agency are taken.</summary>
    public Uri AddressOf(string agency) => new(new Uri(_server.Urls.First()), agency);

    /// <summary>The secret that the agency's subscription was answered with (<c>whsec_…</c>).</summary>
    public void Trust(string agency, string secret) => _keys[agency] = Convert.FromBase64String(secret["whsec_".Length..]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    async Task<IResult> TakeAsync(HttpRequest request, string agency)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var id = request.Headers["webhook-id"].ToString();
        if (!IsSigned(agency, $"{id}.{request.Headers["webhook-timestamp"]}.{body}", request.Headers["webhook-signature"].ToString()))
        {
            Interlocked.Increment(ref _forged);
            return Results.Unauthorized();
        }

        var message = JsonNode.Parse(body)!;
        var data = message["data"]!;
        var happened = DateTimeOffset.Parse(message["timestamp"]!.ToString(), CultureInfo.InvariantCulture);
        _arrivals.Enqueue(new(
            agency, id, message["type"]!.ToString(), data["referralId"]!.ToString(), (long)data["sequence"]!, DateTimeOffset.UtcNow - happened));
        return HasHiccup() ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.NoContent();
    }

    bool HasHiccup()
    {
        lock (_random)
            return _random.NextDouble() < _hiccups;
    }

    // Without a secret yet: the first may come before the subscription's own answer. It is sent again.
    bool IsSigned(string agency, string signed, string signatures)
    {
        if (!_keys.TryGetValue(agency, out var key))
            return false;
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        return signatures.Split(' ').Contains(expected, StringComparer.Ordinal);
    }
}
