using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>What is asked for when a record is to be opened.</summary>
public sealed record GrantTerms
{
    /// <summary>Record to open.</summary>
    public required Resource Resource { get; init; }

    /// <summary>To whom.</summary>
    public required Grantee Grantee { get; init; }

    /// <summary>Items to show, each once; empty: all of the record.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>法的根拠.</summary>
    public required GrantBasis Basis { get; init; }

    /// <summary>同意 that it rests on, found and asked; null for other bases.</summary>
    public Consent? Consent { get; init; }

    /// <summary>Why, at most 1,000 characters; empty where the source says it.</summary>
    public required string Reason { get; init; }

    /// <summary>What it comes from.</summary>
    public required GrantSource Source { get; init; }

    /// <summary>承認者; null when nobody approved.</summary>
    public StaffId? Approver { get; init; }

    /// <summary>End asked for; null asks for the latest that the basis allows.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
