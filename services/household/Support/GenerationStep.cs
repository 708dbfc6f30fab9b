namespace Tsunagu.Households.Support;

/// <summary>How many generations <paramref name="To"/> stands below <paramref name="From"/>.</summary>
readonly record struct GenerationStep(string From, string To, int Below);
