namespace Tsunagu.Households.Linking;

/// <summary>Names are compared with names of the same script.</summary>
enum NameScript
{
    Kana,
    Latin,
    Kanji,
}
