namespace Tsunagu.Households.Proposing;

/// <summary>How far a proposal may be trusted.</summary>
enum Certainty
{
    /// <summary>The file itself shows it.</summary>
    Certain,

    /// <summary>Nothing speaks against it.</summary>
    Likely,

    /// <summary>Something else fits as well: staff must look.</summary>
    Unsure,

    /// <summary>No file tells it: staff must fill it in.</summary>
    Open,
}
