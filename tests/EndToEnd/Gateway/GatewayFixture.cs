using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Tsunagu.Gateway;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A running gateway on its own ports before the sample services.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    static readonly string[] Areas = ["household", "notification", "referral"];

    readonly string keyPath = Path.Combine(Path.GetTempPath(), $"tsunagu-{Guid.NewGuid():N}.pem");
    readonly int servicePort = FreePort.Next();
    readonly int absentPort = FreePort.Next();
    WebApplication? gateway;
    WebApplication? services;

    public int HttpPort { get; } = FreePort.Next();

    public int GrpcPort { get; } = FreePort.Next();

    /// <summary>A port whose pages may call from their own origin.</summary>
    public int PagePort { get; } = FreePort.Next();

    public SampleJournal Journal { get; private set; } = new();

    public Uri Address => new($"http://127.0.0.1:{HttpPort}");

    public string Authority => $"http://127.0.0.1:{HttpPort}/dev";

    public async ValueTask InitializeAsync()
    {
        gateway = GatewayApp.Build(
        [
            "--environment", "Development", "--HTTP_PORT", $"{HttpPort}", "--GRPC_PORT", $"{GrpcPort}",
            "--Identity:Authority", Authority, "--Identity:ClientSecret", "secret", "--DevIssuer:KeyPath", keyPath,
            "--Cors:Origins:0", $"http://127.0.0.1:{PagePort}",
            "--Limits:UploadBytes", $"{256L << 20}", "--Limits:CallTimeout", "00:00:03", "--Limits:Heartbeat", "00:00:00.3",
            "--Limits:MinBytesPerSecond", "10000", "--Limits:GracePeriod", "00:00:02",
            .. Areas.SelectMany(s => new[] { $"--services:{s}:grpc:0", $"http://127.0.0.1:{servicePort}" }),
            // A second replica that never comes up.
            "--services:referral:grpc:1", $"http://127.0.0.1:{absentPort}", "--services:household:grpc:1", $"http://127.0.0.1:{absentPort}",
        ]);
        await gateway.StartAsync();
        await StartServicesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopServicesAsync();
        await gateway!.DisposeAsync();
        File.Delete(keyPath);
    }

    public Task StopGatewayAsync() => gateway!.StopAsync();

    public async Task StartServicesAsync() => services = await SampleServices.StartAsync(servicePort, Authority, Journal = new());

    public async Task StopServicesAsync() => await services!.DisposeAsync();

    /// <summary>The key of the issuer, to sign what it would never sign.</summary>
    public ECDsa SigningKey()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(keyPath));
        return key;
    }

    /// <summary>A client that carries the token of a sample member of staff.</summary>
    public async Task<HttpClient> ClientAsync(string staffId = "s-1")
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(staffId));
        return client;
    }

    public async Task<string> TokenAsync(string staffId)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("/dev/token", new { staffId });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
    }
}
