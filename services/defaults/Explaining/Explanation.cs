using Tsunagu.Contracts.Access.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Granting.Breaking;

namespace Tsunagu.ServiceDefaults.Explaining;

/// <summary>The steps of a decision in words of the contract; no content of a record.</summary>
static class Explanation
{
    /// <summary>Whether the directory vouches for the caller, or the call is permitted.</summary>
    public static AccessStep Of(string step, AccessVerdict verdict) => new()
    {
        Name = step,
        Allowed = verdict is AccessVerdict.Allowed,
        Code = AccessErrors.Of(verdict)?.Code ?? "ALLOWED",
    };

    /// <summary>Whether the row is shown.</summary>
    public static AccessStep Of(RowVerdict verdict) => new()
    {
        Name = "ROW",
        Allowed = verdict.Shows,
        Code = CodeOf(verdict.Reason),
        Items = { verdict.Items.Order(StringComparer.Ordinal) },
        GrantId = verdict.Grants is [var grant, ..] ? grant.Id.ToString() : "",
    };

    /// <summary>Whether a record of a kind may be opened by who asks themself.</summary>
    public static AccessStep OfBreaking(GrantableResource kind) =>
        new() { Name = "ROW", Allowed = kind.Breakable, Code = kind.Breakable ? "BREAK_GLASS" : BreakGlassErrors.Kind().Code };

    /// <summary>A record that is not there.</summary>
    public static AccessStep Absent => new() { Name = "ROW", Allowed = false, Code = "RESOURCE_NOT_FOUND" };

    static string CodeOf(RowReason reason) => reason switch
    {
        RowReason.Foreign => "FOREIGN",
        RowReason.Shared => "SHARED",
        RowReason.Own => "OWN",
        RowReason.Receiver => "RECEIVER",
        RowReason.Granted => "GRANTED",
        RowReason.GrantExpired => "GRANT_EXPIRED",
        RowReason.GrantRevoked => "GRANT_REVOKED",
        RowReason.GrantSuspended => "GRANT_SUSPENDED",
        RowReason.GrantPurpose => "GRANT_PURPOSE",
    };
}
