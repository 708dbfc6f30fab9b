namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>The one error of a query.</summary>
enum ErrorKind
{
    KanaSlip,
    VariantGlyph,
    SwappedCharacters,
    OldName,
    AgeOffByOne,
}
