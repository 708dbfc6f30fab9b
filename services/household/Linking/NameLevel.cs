namespace Tsunagu.Households.Linking;

/// <summary>How far a part of a name agrees, best first.</summary>
enum NameLevel
{
    Exact,
    Variant,
    Slip,
    Nickname,
    Missing,
    Different,
}
