namespace Tsunagu.Households.Linking;

/// <summary>A resident whom a description may be about.</summary>
/// <param name="Resident">The resident.</param>
/// <param name="Features">Why: their weights add up to the score.</param>
sealed record LinkCandidate(LinkResident Resident, IReadOnlyList<FeatureScore> Features)
{
    /// <summary>Bits, to a tenth: the binary logarithm of the odds that the description is about the resident; 0 is even.</summary>
    public double Score { get; } = Math.Round(Features.Sum(f => f.Weight), 1);

    /// <summary>A score as a probability, 0 to 1.</summary>
    public static double ProbabilityOf(double score) => 1 / (1 + Math.Pow(2, -score));

    /// <summary>Level of a feature; MISSING when it was not compared.</summary>
    public string LevelOf(string feature)
    {
        foreach (var score in Features)
        {
            if (score.Feature == feature)
                return score.Level;
        }
        return LinkLevels.Missing;
    }
}
