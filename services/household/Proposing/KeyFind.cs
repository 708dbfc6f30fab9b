namespace Tsunagu.Households.Proposing;

/// <summary>Which columns hold 宛名番号.</summary>
/// <param name="Key">The person of a record, or null.</param>
/// <param name="Certainty">Of the key, or of its absence.</param>
/// <param name="Second">A second person, or null.</param>
/// <param name="SecondCertainty">Of the second person.</param>
/// <param name="Household">Column of 世帯番号, or null.</param>
/// <param name="CheckDigit">The numbers match only without their last digit.</param>
/// <param name="Empty">The register knew none of the numbers.</param>
sealed record KeyFind(
    KeyCandidate? Key,
    Certainty Certainty,
    KeyCandidate? Second = null,
    Certainty SecondCertainty = Certainty.Certain,
    SampleColumn? Household = null,
    bool CheckDigit = false,
    bool Empty = false);
