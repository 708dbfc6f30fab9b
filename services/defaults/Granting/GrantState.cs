namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Whether a grant opens its record at a moment. Numbers are those of the contract.</summary>
public enum GrantState
{
    /// <summary>It does.</summary>
    Live = 1,

    /// <summary>Its time is over.</summary>
    Expired = 2,

    /// <summary>It was ended before its time.</summary>
    Revoked = 3,

    /// <summary>The rules of the moment do not let its basis carry to its grantee.</summary>
    Suspended = 4,
}
