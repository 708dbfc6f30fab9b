namespace Tsunagu.Households.Parsing;

/// <summary>What a double quote means in a file.</summary>
enum Quoting
{
    /// <summary>A cell may stand in quotes, which are doubled inside; it may then hold delimiters and line ends.</summary>
    Quoted,

    /// <summary>A quote is data.</summary>
    None,
}
