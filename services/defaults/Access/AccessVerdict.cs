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

    /// <summary>The directory is older than it may be, or incomplete: nobody's standing can be told.</summary>
    DirectoryStale,

    /// <summary>The staff member is not in the directory, or not for this agency.</summary>
    StaffUnknown,

    /// <summary>The staff member is suspended.</summary>
    StaffSuspended,

    /// <summary>The staff member's rights have ended.</summary>
    RightsExpired,

    /// <summary>The agency has no agreement in force.</summary>
    AgreementMissing,

    /// <summary>The agency's agreements in force do not cover the area that is called.</summary>
    AgreementScope,

    /// <summary>None of the caller's roles is permitted.</summary>
    RoleNotPermitted,

    /// <summary>The contract asks for a purpose and none was given.</summary>
    PurposeMissing,

    /// <summary>A purpose was given that is not a purpose code.</summary>
    PurposeInvalid,
}
