namespace Tsunagu.Households.Records;

/// <summary>The kinds of files that are taken.</summary>
enum FileKind
{
    Jpeg,
    Png,
    Pdf,

    /// <summary>Text in UTF-8.</summary>
    Text,
}
