using System.Text.Json.Nodes;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>What verifiers of tokens read: OpenID Connect discovery and the public key.</summary>
static class IssuerDescription
{
    /// <summary>The discovery document.</summary>
    public static JsonObject Of(TokenIssuer tokens) => new()
    {
        ["issuer"] = tokens.Issuer,
        ["jwks_uri"] = $"{tokens.Issuer}/jwks",
        ["token_endpoint"] = $"{tokens.Issuer}/connect/token",
        ["grant_types_supported"] = new JsonArray("client_credentials"),
        ["response_types_supported"] = new JsonArray("token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("ES256"),
    };

    /// <summary>The set of one key.</summary>
    public static JsonObject KeysOf(TokenIssuer tokens)
    {
        var key = tokens.PublicKey;
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = key.Kty,
                ["crv"] = key.Crv,
                ["x"] = key.X,
                ["y"] = key.Y,
                ["kid"] = key.Kid,
                ["use"] = key.Use,
                ["alg"] = key.Alg,
            }),
        };
    }
}
