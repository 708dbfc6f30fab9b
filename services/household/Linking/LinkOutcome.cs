namespace Tsunagu.Households.Linking;

/// <summary>The decision about one description.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Candidates">Who is likely enough to be asked about, best first; none when it stays unlinked.</param>
/// <param name="Obstacle">A code of <see cref="LinkObstacles"/> that kept the best candidate from being linked automatically; empty without one.</param>
sealed record LinkOutcome(LinkVerdict Verdict, IReadOnlyList<LinkCandidate> Candidates, string Obstacle)
{
    public static LinkOutcome Nobody { get; } = new(LinkVerdict.Unlinked, [], "");
}
