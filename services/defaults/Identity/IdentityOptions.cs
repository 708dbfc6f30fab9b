using System.ComponentModel.DataAnnotations;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Section <c>Identity</c>: any OpenID Connect issuer.</summary>
public sealed class IdentityOptions
{
    /// <summary>Issuer address; its discovery document lies below it.</summary>
    [Required]
    public string Authority { get; set; } = "";

    /// <summary>Audience a token must name.</summary>
    [Required]
    public string Audience { get; set; } = "tsunagu";

    /// <summary>This service's client id at the issuer, for calls on its own account.</summary>
    public string? ClientId { get; set; }

    /// <summary>Secret that goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Claim that holds the staff id.</summary>
    [Required]
    public string StaffClaim { get; set; } = "sub";

    /// <summary>Claim that holds the agency code.</summary>
    [Required]
    public string AgencyClaim { get; set; } = "tsunagu_agency";

    /// <summary>Claim that holds the roles, as lower-case names such as <c>caseworker</c>.</summary>
    [Required]
    public string RoleClaim { get; set; } = "roles";
}
