namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Outcome of the access decision.</summary>
public enum AccessVerdict
{
    /// <summary>The call proceeds.</summary>
    Allowed,

    /// <summary>No token came with the call.</summary>
    TokenMissing,

    /// <summary>The token was not issued for this suite, has expired, or names nobody.</summary>
    TokenInvalid,

    /// <summary>None of the caller's roles is permitted.</summary>
    RoleNotPermitted,

    /// <summary>The contract asks for a purpose and none was given.</summary>
    PurposeMissing,

    /// <summary>A purpose was given that is not a purpose code.</summary>
    PurposeInvalid,
}
