namespace Tsunagu.Households.Protections;

/// <summary>Where a reveal stands. Numbers are those of the contract.</summary>
enum RevealState
{
    /// <summary>申請中: waits for a second person.</summary>
    Requested = 1,

    /// <summary>承認済み: open to who asked until its time is over.</summary>
    Open = 2,

    /// <summary>却下.</summary>
    Rejected = 3,

    /// <summary>終了: its time is over, it was closed, or nobody decided in time.</summary>
    Over = 4,
}
