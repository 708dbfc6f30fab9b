namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Hash of a complete subtree of 256 acts or more; a row of <c>audit_nodes</c>. What is below is computed from the acts.</summary>
sealed class SealedNode
{
    /// <summary>8 or more: it covers 2^Height acts.</summary>
    public required short Height { get; init; }

    /// <summary>Which one of this height, counted from 0.</summary>
    public required long Index { get; init; }

    public required byte[] Hash { get; init; }
}
