namespace Tsunagu.Gateway.DevIssuer;

/// <summary>Section <c>DevIssuer</c>: tokens for sample staff, in Development alone.</summary>
sealed class DevIssuerOptions
{
    /// <summary>File of the signing key, made when missing; empty: no issuer.</summary>
    public string KeyPath { get; set; } = "";
}
