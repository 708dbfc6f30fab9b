namespace Tsunagu.Households.LifeEvents;

/// <summary>What happened to a resident; the numbers are the contract's.</summary>
enum LifeEventKind
{
    /// <summary>出生</summary>
    Birth = 1,

    /// <summary>転入: became a resident other than by birth.</summary>
    MoveIn = 2,

    /// <summary>回復: a death or a removal was taken back, or somebody who had vanished is back.</summary>
    Restoration = 3,

    /// <summary>死亡</summary>
    Death = 4,

    /// <summary>転出</summary>
    MoveOut = 5,

    /// <summary>消除: left the register in any other way.</summary>
    Removal = 6,

    /// <summary>転居</summary>
    MoveWithin = 7,

    /// <summary>世帯分離: left others behind and founded a household.</summary>
    HouseholdSplit = 8,

    /// <summary>世帯合併: joined a household that others were in.</summary>
    HouseholdMerge = 9,

    /// <summary>世帯主変更</summary>
    HeadChange = 10,

    /// <summary>婚姻, where the register shows it.</summary>
    Marriage = 11,

    /// <summary>年齢到達</summary>
    AgeReached = 12,

    /// <summary>受給開始</summary>
    EntitlementBegun = 13,

    /// <summary>受給終了</summary>
    EntitlementEnded = 14,
}
