using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class TokenTests(GatewayFixture gateway)
{
    static readonly string[] Roles = ["caseworker"];

    /// <summary>The default factory finds signers again by the key's thumbprint, also after that key was disposed.</summary>
    static readonly CryptoProviderFactory Uncached = new() { CacheSignatureProviders = false };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoToken_IsRefusedWithTheScheme()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };

        using var answer = await client.GetAsync("/v1/inbox", Ct);

        await Problem.Is(answer, HttpStatusCode.Unauthorized, "TOKEN_MISSING");
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task TokenOfAnotherIssuer_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RefusedAsync(Token(gateway.Authority, "tsunagu", DateTime.UtcNow.AddHours(1), key));
    }

    [Theory]
    [InlineData("other", 1)]
    [InlineData("tsunagu", -1)]
    public async Task TokenForAnotherAudienceOrExpired_IsRefused(string audience, int hours)
    {
        using var key = gateway.SigningKey();
        await RefusedAsync(Token(gateway.Authority, audience, DateTime.UtcNow.AddHours(hours), key));
    }

    [Fact]
    public async Task UnsignedToken_IsRefused() => await RefusedAsync(Token(gateway.Authority, "tsunagu", DateTime.UtcNow.AddHours(1), null));

    [Fact]
    public async Task ForeignToken_IsRefusedForUploadsToo()
    {
        using var client = Client("x.y.z");

        using var answer = await client.PostAsync("/v1/feeds/residents/imports", new ByteArrayContent([1]), Ct);

        await Problem.Is(answer, HttpStatusCode.Unauthorized, "TOKEN_INVALID");
    }

    async Task RefusedAsync(string token)
    {
        using var client = Client(token);

        using var answer = await client.GetAsync("/v1/inbox", Ct);

        await Problem.Is(answer, HttpStatusCode.Unauthorized, "TOKEN_INVALID");
    }

    HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static string Token(string issuer, string audience, DateTime expires, ECDsa? key) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        NotBefore = expires.AddHours(-2),
        Expires = expires,
        Claims = new Dictionary<string, object> { ["sub"] = "s-1", ["tsunagu_agency"] = "welfare", ["roles"] = Roles },
        SigningCredentials = key is null ? null : new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256) { CryptoProviderFactory = Uncached },
    });
}
