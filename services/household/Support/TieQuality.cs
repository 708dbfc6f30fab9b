namespace Tsunagu.Households.Support;

/// <summary>How two people get on. Names and numbers are the contract's.</summary>
enum TieQuality
{
    Strong = 1,
    Ordinary = 2,
    Weak = 3,
    Strained = 4,
    Broken = 5,
}
