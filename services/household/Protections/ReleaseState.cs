namespace Tsunagu.Households.Protections;

/// <summary>Where a release stands. Numbers are those of the contract.</summary>
enum ReleaseState
{
    /// <summary>申請中.</summary>
    Proposed = 1,

    /// <summary>承認済み: what it names hides no more.</summary>
    Approved = 2,

    /// <summary>却下.</summary>
    Rejected = 3,
}
