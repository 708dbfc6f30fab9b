using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.Gateway.Problems;

/// <summary>Why a caller is not known, with the codes and words of the services.</summary>
static class TokenProblems
{
    /// <summary>No token, one that is not good, or an issuer that cannot be asked.</summary>
    public static async Task<Problem> ForAsync(HttpContext context)
    {
        var failure = (await context.AuthenticateAsync()).Failure;
        // Anything but a verdict on the token means that the issuer's keys could not be had.
        if (failure is not (null or SecurityTokenException or ArgumentException))
            return new Problem(503, "ISSUER_UNAVAILABLE", "認証サーバーに接続できません。しばらくしてからもう一度お試しください。");
        var verdict = failure is null ? AccessVerdict.TokenMissing : AccessVerdict.TokenInvalid;
        var refusal = AccessErrors.Of(verdict)!;
        return new Problem(401, refusal.Code, refusal.Detail);
    }
}
