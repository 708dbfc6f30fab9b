using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>Signs tokens as an outside issuer would.</summary>
sealed class TokenIssuer(ECDsaSecurityKey key, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    /// <summary>How long a token holds.</summary>
    public static TimeSpan Lifetime => TimeSpan.FromHours(1);

    /// <summary>Issuer address: the authority every service is configured with.</summary>
    public string Issuer => identity.Value.Authority;

    /// <summary>Public half of the key.</summary>
    public JsonWebKey PublicKey
    {
        get
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
            return new JsonWebKey { Kty = jwk.Kty, Crv = jwk.Crv, X = jwk.X, Y = jwk.Y, Kid = key.KeyId, Use = "sig", Alg = SecurityAlgorithms.EcdsaSha256 };
        }
    }

    /// <summary>A token for a member of staff.</summary>
    public string ForStaff(StaffMember staff) =>
        Sign(staff.StaffId, staff.Roles, new() { [identity.Value.AgencyClaim] = staff.AgencyId });

    /// <summary>A token for a program of the suite.</summary>
    public string ForService(string name) => Sign($"service:{name}", [Role.Service], []);

    string Sign(string subject, IEnumerable<Role> roles, Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        claims[identity.Value.StaffClaim] = subject;
        claims[identity.Value.RoleClaim] = roles.Select(RoleNames.Name).ToArray();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = identity.Value.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
