using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A foreign OpenID Connect issuer that rotates its keys, goes away, and signs whatever a test asks for.</summary>
public sealed class Issuer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly List<RsaSecurityKey> published = [];
    RsaSecurityKey current = null!;

    Issuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["jwks_uri"] = Authority + "/keys",
            ["token_endpoint"] = Authority + "/token",
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = published.ConvertAll(Public) }));
        app.MapPost("/token", async (HttpRequest request) =>
        {
            await Task.Delay(50);
            TokenRequests++;
            if (TokensRefused)
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            var form = await request.ReadFormAsync();
            return form["client_secret"] == "secret" && form["grant_type"] == "client_credentials"
                ? Results.Json(new { access_token = Program(form["client_id"]!), token_type = "Bearer", expires_in = TokenLife })
                : Results.BadRequest();
        });
        Rotate();
    }

    public string Authority => app.Urls.First();

    public int TokenRequests { get; private set; }

    public bool TokensRefused { get; set; }

    public int TokenLife { get; set; } = 3600;

    public static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>Signs with a new key from now on and publishes that one alone.</summary>
    public void Rotate()
    {
        current = new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
        published.Clear();
        published.Add(current);
    }

    public string Staff(string staff = "s-1", string agency = "tax", string role = "caseworker") =>
        Token(Claims(staff, agency, role));

    public string Program(string name) => Token(Claims($"service:{name}", null, "service"));

    public static Dictionary<string, object> Claims(string subject, string? agency, string role)
    {
        var claims = new Dictionary<string, object> { ["sub"] = subject, ["roles"] = new[] { role } };
        if (agency is not null)
            claims["tsunagu_agency"] = agency;
        return claims;
    }

    public string Token(Dictionary<string, object> claims, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = "tsunagu",
            IssuedAt = DateTime.UtcNow.AddHours(-2),
            NotBefore = DateTime.UtcNow.AddHours(-2),
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = claims,
            SigningCredentials = new(current, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        if (claims.TryGetValue("tsunagu_agency", out var agency) && claims.TryGetValue("roles", out var roles))
            TestDirectory.Of(Authority).Admit((string)claims["sub"], (string)agency, (string[])roles);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    static object Public(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus!),
            e = Base64UrlEncoder.Encode(parameters.Exponent!),
        };
    }
}
