using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>This service's own token, by client credentials: fetched once for all who wait, renewed before it ends.</summary>
/// <param name="http">Talks to the issuer.</param>
/// <param name="issuer">Discovery of the issuer.</param>
/// <param name="options">Client id and secret.</param>
/// <param name="clock">Time.</param>
/// <param name="log">Never sees a token.</param>
public sealed partial class ServiceToken(
    IHttpClientFactory http, IssuerDiscovery issuer, IOptions<IdentityOptions> options, TimeProvider clock, ILogger<ServiceToken> log) : IDisposable
{
    // Renewed while the old one still works, so that an issuer's short absence goes unnoticed.
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    internal const string ClientName = "issuer";
    const int Attempts = 5;

    readonly SemaphoreSlim single = new(1, 1);
    Held? held;

    /// <summary>A token that is good for some seconds at least.</summary>
    /// <exception cref="Refusal">ISSUER_UNAVAILABLE: the issuer gave none and the last one has ended.</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        if (held is { } good && clock.GetUtcNow() < good.RenewAt)
            return good.Token;
        await single.WaitAsync(ct);
        try
        {
            if (held is { } renewed && clock.GetUtcNow() < renewed.RenewAt)
                return renewed.Token;
            held = await RenewAsync(ct);
            return held.Token;
        }
        finally
        {
            single.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => single.Dispose();

    async Task<Held> RenewAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FetchAsync(ct);
            }
            catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException or System.Text.Json.JsonException
                && !ct.IsCancellationRequested)
            {
                TokenNotRenewed(log, e.GetType().Name);
                if (held is { } old && clock.GetUtcNow() < old.EndsAt)
                    return old with { RenewAt = clock.GetUtcNow() + TimeSpan.FromSeconds(5) };
                if (attempt == Attempts)
                    throw Access.AccessErrors.IssuerUnavailable();
                await Task.Delay(TimeSpan.FromMilliseconds(200 * Math.Pow(2, attempt)), clock, ct);
            }
        }
    }

    async Task<Held> FetchAsync(CancellationToken ct)
    {
        var (id, secret) = (options.Value.ClientId, options.Value.ClientSecret);
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret))
            throw new BootException("Identity:ClientId and Identity:ClientSecret are not set, but the service calls others on its own account.");
        OpenIdConnectConfiguration discovered = await issuer.GetAsync(ct);
        using var client = http.CreateClient(ClientName);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
            ["audience"] = options.Value.Audience,
        });
        using var response = await client.PostAsync(new Uri(discovered.TokenEndpoint), form, ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(ct)
            ?? throw new HttpRequestException("The issuer answered nothing.");
        var now = clock.GetUtcNow();
        var life = TimeSpan.FromSeconds(answer.ExpiresIn);
        return new(answer.AccessToken, now + (life > Margin * 2 ? life - Margin : life / 2), now + life);
    }

    [LoggerMessage(LogLevel.Warning, "The issuer gave no token: {Cause}")]
    static partial void TokenNotRenewed(ILogger log, string cause);

    sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset EndsAt);

    sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
