namespace Tsunagu.Households.Linking;

/// <summary>One feature of a comparison.</summary>
/// <param name="Feature">A code of <see cref="LinkFeatures"/>.</param>
/// <param name="Level">How far it agrees; a code of <see cref="LinkLevels"/>.</param>
/// <param name="Weight">Bits: the binary logarithm of how much likelier this is about one person than about two. Positive speaks for the link.</param>
readonly record struct FeatureScore(string Feature, string Level, double Weight);
