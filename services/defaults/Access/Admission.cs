using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Gathers what the decision needs, decides, and gives the handler its caller.</summary>
sealed class Admission(
    AccessCatalog catalog, IssuerDiscovery issuer, IOptions<IdentityOptions> identity, ILogger<Admission> log)
{
    static readonly IReadOnlySet<Role> NoRoles = new HashSet<Role>();

    /// <exception cref="Primitives.Refusal">The call is not admitted.</exception>
    public async Task AdmitAsync(ServerCallContext context)
    {
        CallTelemetry.Name(context);
        if (AccessCatalog.IsExempt(context.Method))
            return;
        var (token, user) = await AuthenticateAsync(context);
        var purpose = context.RequestHeaders.GetValue(PurposeHeader.Name);
        var caller = user is null ? null : CallerClaims.Read(user, identity.Value, purpose);
        if (token == TokenState.Valid && caller is null)
            token = TokenState.Invalid;

        // Known from here on, so that a refusal is put on record too.
        if (token == TokenState.Valid)
            context.SetCaller(caller!);
        var verdict = AccessDecision.Decide(catalog.Find(context.Method).Option, token, caller?.Roles ?? NoRoles, purpose);
        if (AccessErrors.Of(verdict) is { } refusal)
        {
            log.CallRefused(context.Method, verdict, caller?.Staff.Value ?? "-");
            throw refusal;
        }

        Activity.Current?.SetTag("tsunagu.agency", caller!.Agency.Value);
    }

    async Task<(TokenState, System.Security.Claims.ClaimsPrincipal?)> AuthenticateAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (http.Request.Headers.Authorization.Count == 0)
            return (TokenState.Missing, null);
        await RequireIssuerAsync(context);
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Succeeded)
            return (TokenState.Valid, result.Principal);
        if (result.Failure is not null)
            log.TokenRefused(context.Method, result.Failure.GetType().Name);
        return (result.Failure is null ? TokenState.Missing : TokenState.Invalid, null);
    }

    // Without the issuer's keys there is no verdict on a token. Kept by the manager: a network call now and then only.
    async Task RequireIssuerAsync(ServerCallContext context)
    {
        try
        {
            await issuer.GetAsync(context.CancellationToken);
        }
        catch (InvalidOperationException e)
        {
            log.IssuerAway(context.Method, e.GetType().Name);
            throw AccessErrors.IssuerUnavailable();
        }
    }
}
