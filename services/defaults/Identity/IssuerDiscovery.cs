using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>The issuer's discovery document, kept by the same manager that keeps its keys.</summary>
/// <param name="jwt">Options of the bearer scheme.</param>
public sealed class IssuerDiscovery(IOptionsMonitor<JwtBearerOptions> jwt)
{
    /// <exception cref="InvalidOperationException">The issuer cannot be reached.</exception>
    internal Task<OpenIdConnectConfiguration> GetAsync(CancellationToken ct) =>
        jwt.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(ct);
}
