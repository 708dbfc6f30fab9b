using Microsoft.AspNetCore.Authentication;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.Gateway.Problems;

/// <summary>Why a caller is not known, with the codes and words of the services.</summary>
static class TokenProblems
{
    /// <summary>No token, one that is not good, or an issuer that cannot be asked.</summary>
    public static Problem For(HttpContext context)
    {
        // What verification throws that is not about the token: its keys could not be fetched.
        if (context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure is InvalidOperationException)
            return new Problem(503, "ISSUER_UNAVAILABLE", "認証サーバーに接続できません。しばらくしてからもう一度お試しください。");
        var verdict = context.Request.Headers.Authorization.Count == 0 ? AccessVerdict.TokenMissing : AccessVerdict.TokenInvalid;
        var refusal = AccessErrors.Of(verdict)!;
        return new Problem(401, refusal.Code, refusal.Detail);
    }
}
