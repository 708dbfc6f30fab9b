namespace Tsunagu.Households.Domain;

/// <summary>性別 as the register has it.</summary>
enum Sex
{
    Unrecorded,
    Male,
    Female,
}

/// <summary>住民状態.</summary>
enum ResidentStatus
{
    /// <summary>現住民</summary>
    Current,

    /// <summary>転出者</summary>
    MovedOut,

    /// <summary>死亡者</summary>
    Deceased,

    /// <summary>消除者</summary>
    Removed,
}
