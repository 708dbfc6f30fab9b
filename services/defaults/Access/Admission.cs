using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Gathers what the decision needs, decides, and gives the handler its caller.</summary>
sealed class Admission(
    AccessCatalog catalog, StaffDirectory directory, IssuerDiscovery issuer, IOptions<IdentityOptions> identity, ILogger<Admission> log)
{
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
        var standing = token == TokenState.Valid ? directory.StandingOf(caller!, context.Method) : Standing.OfNobody;
        if (token == TokenState.Valid)
            context.SetCaller(caller! with { Roles = standing.Roles });
        Require(context, AccessDecision.Decide(catalog.Find(context.Method).Option, token, standing, purpose), caller);
        Activity.Current?.SetTag("tsunagu.agency", caller!.Agency.Value);
    }

    /// <summary>Decides again, for a stream that has been open for a while.</summary>
    /// <exception cref="Primitives.Refusal">The caller's standing is no longer what it was.</exception>
    public void Again(ServerCallContext context)
    {
        if (AccessCatalog.IsExempt(context.Method))
            return;
        var caller = context.GetCaller();
        var standing = directory.StandingOf(caller, context.Method);
        Require(context, AccessDecision.Decide(catalog.Find(context.Method).Option, TokenState.Valid, standing, caller.Purpose), caller);
    }

    void Require(ServerCallContext context, AccessVerdict verdict, Caller? caller)
    {
        if (AccessErrors.Of(verdict) is not { } refusal)
            return;
        log.CallRefused(context.Method, verdict, caller?.Staff.Value ?? "-");
        throw refusal;
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
