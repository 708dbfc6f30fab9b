namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Why a row is shown or not.</summary>
public enum RowReason
{
    /// <summary>The rule of the method opens no such row.</summary>
    Foreign,

    /// <summary>Records of this kind have no owner.</summary>
    Shared,

    /// <summary>It is a row of the caller's agency.</summary>
    Own,

    /// <summary>It is addressed to the caller's agency.</summary>
    Receiver,

    /// <summary>A live grant opens it.</summary>
    Granted,

    /// <summary>A grant opened it and has expired.</summary>
    GrantExpired,

    /// <summary>A grant opened it and was revoked.</summary>
    GrantRevoked,

    /// <summary>A grant would open it, but the rules of the moment do not let its basis carry to the caller.</summary>
    GrantSuspended,

    /// <summary>A live grant opens it, but for other purposes than that of the call.</summary>
    GrantPurpose,
}
