namespace Tsunagu.Households.Statistics;

/// <summary>Puts districts together that have too few residents to be counted by themselves.</summary>
static class Districts
{
    /// <summary>The districts by name, then everybody else, if there is anybody.</summary>
    /// <param name="named">Districts.</param>
    /// <param name="rest">Residents without one.</param>
    /// <param name="smallest">Fewer residents are too few.</param>
    public static IReadOnlyList<AreaCounts> Of(IEnumerable<AreaCounts> named, AreaCounts rest, int smallest)
    {
        var lines = new Queue<AreaCounts>(named.OrderBy(a => a.Residents).ThenBy(a => a.Name, StringComparer.Ordinal));
        while (lines.TryPeek(out var least) && (least.Residents < smallest || (rest.Residents > 0 && rest.Residents < smallest)))
            rest = rest.With(lines.Dequeue());
        return [.. lines.OrderBy(a => a.Name, StringComparer.Ordinal), .. new[] { rest }.Where(r => r.Residents > 0)];
    }
}
