using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Verification of bearer tokens of any OpenID Connect issuer, by configuration.</summary>
static class IdentitySetup
{
    // Asymmetric signatures alone: a shared secret or no signature proves nothing about the issuer.
    static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        // Without it the first token signed by a rotated key would be refused while keys load in the background.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        builder.Services.AddOptions<IdentityOptions>()
            .BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IssuerDiscovery>();
        builder.Services.AddHttpClient(ServiceToken.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton<ServiceToken>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<IdentityOptions>, IHostEnvironment, IHttpClientFactory>(Configure);
        // The handler's own messages carry exceptions about the token; ours name the reason alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None);
    }

    static void Configure(JwtBearerOptions jwt, IOptions<IdentityOptions> identity, IHostEnvironment environment, IHttpClientFactory http)
    {
        jwt.Authority = identity.Value.Authority;
        jwt.Audience = identity.Value.Audience;
        jwt.RequireHttpsMetadata = !environment.IsDevelopment();
        jwt.MapInboundClaims = false;
        jwt.SaveToken = false;
        jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            identity.Value.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http.CreateClient(ServiceToken.ClientName)) { RequireHttps = jwt.RequireHttpsMetadata })
        {
            // Unknown key ids fetch the keys again, at most this often, whoever sends them.
            RefreshInterval = TimeSpan.FromSeconds(30),
            AutomaticRefreshInterval = TimeSpan.FromHours(1),
            // A key that the issuer withdrew is not good any more.
            UseLastKnownGoodConfiguration = false,
        };
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidAudience = identity.Value.Audience,
            ClockSkew = TimeSpan.FromSeconds(30),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
        };
        jwt.Events = new JwtBearerEvents
        {
            // Answered by the access interceptor; an exception here would bypass it.
            OnAuthenticationFailed = context =>
            {
                context.Fail(context.Exception);
                return Task.CompletedTask;
            },
        };
    }
}
