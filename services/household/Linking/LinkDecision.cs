namespace Tsunagu.Households.Linking;

/// <summary>Decides what becomes of a description by its candidates.</summary>
static class LinkDecision
{
    /// <summary>From this score on a candidate is linked automatically: 1 error in 129 at the very threshold, far fewer above it.</summary>
    public const double Automatic = 7;

    /// <summary>From this score on staff are asked: one such candidate in five is the person.</summary>
    public const double Review = -2;

    /// <summary>By so much the best must be better than the second: 32 times as likely.</summary>
    public const double Margin = 5;

    /// <summary>Nobody reads a longer list.</summary>
    public const int MostCandidates = 5;

    /// <summary>Decides.</summary>
    /// <param name="candidates">All who were compared, in any order.</param>
    public static LinkOutcome Of(IReadOnlyList<LinkCandidate> candidates)
    {
        var ranked = candidates
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Resident.Id)
            .ToList();
        if (ranked.Count == 0 || ranked[0].Score < Review)
            return LinkOutcome.Nobody;
        var obstacle = Obstacle(ranked);
        var likely = ranked.Where(c => c.Score >= Review).Take(MostCandidates).ToList();
        return new LinkOutcome(obstacle.Length == 0 ? LinkVerdict.Automatic : LinkVerdict.Review, likely, obstacle);
    }

    static string Obstacle(List<LinkCandidate> ranked)
    {
        var best = ranked[0];
        if (best.Score < Automatic)
            return LinkObstacles.Score;
        if (NeverMerge.Obstacle(best, ranked) is { Length: > 0 } obstacle)
            return obstacle;
        return ranked.Count > 1 && best.Score - ranked[1].Score < Margin ? LinkObstacles.EqualFit : "";
    }
}
