namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>What a grant came from.</summary>
/// <param name="Kind"><c>request</c>, <c>referral</c> or <c>break_glass</c>.</param>
/// <param name="Id">Id of it; null for a request.</param>
public readonly record struct GrantSource(string Kind, Guid? Id)
{
    /// <summary>Kind of those that came with a referral.</summary>
    public const string ReferralKind = "referral";

    /// <summary>Kind of those that their grantee took in an emergency; the audit calls broken glass so as well.</summary>
    public const string BreakGlassKind = "break_glass";

    /// <summary>Somebody of the owning agency asked for it.</summary>
    public static GrantSource Request => new("request", null);

    /// <summary>A referral was sent.</summary>
    public static GrantSource Referral(Guid id) => new(ReferralKind, id);

    /// <summary>Its grantee took it in an emergency.</summary>
    public static GrantSource BreakGlass(Guid id) => new(BreakGlassKind, id);
}
