using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.TestKit.Identity;

/// <summary>An OpenID Connect issuer on loopback: discovery, keys, client credentials for services, tokens for staff by a call.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    static readonly string[] ServiceRoles = ["service"];

    readonly RSA _rsa = RSA.Create(2048);
    readonly WebApplication _app;

    TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["jwks_uri"] = $"{Authority}/keys",
            ["token_endpoint"] = $"{Authority}/token",
            ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.RsaSha256 },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey } }));
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return Results.Json(new { access_token = ForService(form["client_id"].ToString()), token_type = "Bearer", expires_in = 3600 });
        });
    }

    /// <summary>Address of the issuer, for <c>Identity:Authority</c>.</summary>
    public string Authority => _app.Urls.Single();

    object PublicKey
    {
        get
        {
            var key = _rsa.ExportParameters(false);
            return new { kty = "RSA", use = "sig", alg = SecurityAlgorithms.RsaSha256, kid = "test", n = Base64UrlEncoder.Encode(key.Modulus!), e = Base64UrlEncoder.Encode(key.Exponent!) };
        }
    }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A token of a staff member, good for an hour; the services that trust this issuer know them from now on.</summary>
    public string ForStaff(string staff, string agency, params string[] roles) =>
        Admitted(staff, agency, roles, Sign(new() { ["sub"] = staff, ["tsunagu_agency"] = agency, ["roles"] = roles }));

    /// <summary>A token of somebody whom no directory knows, or whom a test puts there itself.</summary>
    public string ForStranger(string staff, string agency, params string[] roles) =>
        Sign(new() { ["sub"] = staff, ["tsunagu_agency"] = agency, ["roles"] = roles });

    /// <summary>A token of a program.</summary>
    public string ForService(string name) => Sign(new() { ["sub"] = $"service:{name}", ["roles"] = ServiceRoles });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    string Admitted(string staff, string agency, string[] roles, string token)
    {
        TestDirectory.Of(Authority).Admit(staff, agency, roles);
        return token;
    }

    string Sign(Dictionary<string, object> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Authority,
        Audience = "tsunagu",
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = claims,
        SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = "test" }, SecurityAlgorithms.RsaSha256),
    });
}
