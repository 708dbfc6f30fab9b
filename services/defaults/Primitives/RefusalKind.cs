namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>What kind of no a caller gets; each kind has one gRPC status and one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong: INVALID_ARGUMENT, 400.</summary>
    Invalid,

    /// <summary>Absent, or out of the caller's reach, which is answered alike: NOT_FOUND, 404.</summary>
    NotFound,

    /// <summary>The record's state does not allow it: FAILED_PRECONDITION, 409.</summary>
    WrongState,

    /// <summary>The record changed since it was read: ABORTED, 409.</summary>
    Stale,

    /// <summary>The caller may not: PERMISSION_DENIED, 403.</summary>
    Forbidden,

    /// <summary>No valid token: UNAUTHENTICATED, 401.</summary>
    Unauthenticated,

    /// <summary>A limit is reached: RESOURCE_EXHAUSTED, 429.</summary>
    Exhausted,

    /// <summary>Something needed does not answer at the moment: UNAVAILABLE, 503.</summary>
    Unavailable,

    /// <summary>It exists already: ALREADY_EXISTS, 409.</summary>
    AlreadyExists,
}
