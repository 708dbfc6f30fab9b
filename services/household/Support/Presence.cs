namespace Tsunagu.Households.Support;

/// <summary>Where a member of a support household really is. Names and numbers are the contract's.</summary>
enum Presence
{
    LivesHere = 1,
    SeparateInRegister = 2,
    RegisteredHereOnly = 3,
    KinElsewhere = 4,
    Supporter = 5,
}
