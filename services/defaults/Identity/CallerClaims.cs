using System.Security.Claims;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Reads the caller from a verified token.</summary>
static class CallerClaims
{
    /// <summary>The caller, or null when the token names nobody or a staff member without an agency.</summary>
    public static Caller? Read(ClaimsPrincipal user, IdentityOptions options, string? purpose)
    {
        var staff = user.FindFirstValue(options.StaffClaim);
        if (string.IsNullOrWhiteSpace(staff))
            return null;
        var roles = RoleNames.Parse(user.FindAll(options.RoleClaim).Select(claim => claim.Value));
        var agency = user.FindFirstValue(options.AgencyClaim) ?? "";
        // Programs belong to no agency; a person always acts for one.
        return agency.Length == 0 && !roles.Contains(Role.Service)
            ? null
            : new(new StaffId(staff), new AgencyId(agency), roles, string.IsNullOrEmpty(purpose) ? null : purpose);
    }
}
