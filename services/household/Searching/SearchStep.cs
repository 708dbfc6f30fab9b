namespace Tsunagu.Households.Searching;

/// <summary>Residents to look up: those who have all of some keys and at least one of each of some sets.</summary>
sealed record SearchStep(IReadOnlyList<int> All, IReadOnlyList<IReadOnlyList<int>> Any)
{
    /// <summary>Everybody.</summary>
    public static SearchStep Everybody { get; } = new([], []);

    /// <summary>True when the step narrows nothing, and so looks up nobody.</summary>
    public bool Open => All.Count == 0 && Any.Count == 0;

    public static SearchStep Having(params IEnumerable<int> all) => new([.. all.Distinct()], []);

    public static SearchStep HavingOneOf(IReadOnlyList<int> any) => new([], [any]);

    /// <summary>Whoever both steps look up.</summary>
    public SearchStep And(SearchStep other) => new([.. All.Union(other.All)], [.. Any, .. other.Any]);

    /// <summary>The sets separated by semicolons, the first of them those that are all needed.</summary>
    public override string ToString() => string.Join(';', Any.Prepend(All).Select(keys => string.Join(',', keys)));
}
