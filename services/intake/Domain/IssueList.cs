namespace Tsunagu.Intake.Domain;

/// <summary>The issues of one consultation: each once, the main one first.</summary>
public static class IssueList
{
    /// <summary>Puts the main issue first and drops repeats; the others keep their order.</summary>
    /// <param name="main">主な相談内容.</param>
    /// <param name="further">The issues named beside it; the main one may be among them.</param>
    /// <returns>At least the main issue.</returns>
    public static IReadOnlyList<Issue> Of(Issue main, IEnumerable<Issue> further) => [.. further.Prepend(main).Distinct()];
}
