namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Where a version of rules stands. Numbers are those of the contracts.</summary>
public enum RulesState
{
    /// <summary>提案中.</summary>
    Proposed = 1,

    /// <summary>承認済み: in force from its first day on.</summary>
    Approved = 2,

    /// <summary>却下.</summary>
    Rejected = 3,
}
