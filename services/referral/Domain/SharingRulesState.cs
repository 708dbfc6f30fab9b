namespace Tsunagu.Referrals.Domain;

/// <summary>Where a version of the sharing rules stands.</summary>
public enum SharingRulesState
{
    /// <summary>提案中.</summary>
    Proposed,

    /// <summary>承認済み: in force from its first day on.</summary>
    Approved,

    /// <summary>却下.</summary>
    Rejected,
}
