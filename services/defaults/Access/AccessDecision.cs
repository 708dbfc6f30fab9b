using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>
/// The one decision whether a call may proceed: authenticated, then standing in the directory, then role, then purpose; deny by default. Which rows a
/// permitted call reaches is decided by <see cref="RowReach"/> where the row is known.
/// </summary>
public static class AccessDecision
{
    /// <summary>Pure decision over the contract's option and what came with the call.</summary>
    /// <param name="option">Access option of the method.</param>
    /// <param name="token">What the verification of the token said.</param>
    /// <param name="standing">How the directory stands to the caller; looked at for a valid token alone.</param>
    /// <param name="purpose">Purpose as received; null or empty when none was given.</param>
    public static AccessVerdict Decide(AccessOption option, TokenState token, Standing standing, string? purpose)
    {
        if (token == TokenState.Missing)
            return AccessVerdict.TokenMissing;
        if (token != TokenState.Valid)
            return AccessVerdict.TokenInvalid;
        if (standing.Verdict != AccessVerdict.Allowed)
            return standing.Verdict;
        if (!option.Roles.Any(role => role != Role.Unspecified && standing.Roles.Contains(role)))
            return AccessVerdict.RoleNotPermitted;
        if (string.IsNullOrEmpty(purpose))
            return option.PurposeRequired ? AccessVerdict.PurposeMissing : AccessVerdict.Allowed;
        return PurposeHeader.IsCode(purpose) ? AccessVerdict.Allowed : AccessVerdict.PurposeInvalid;
    }
}
