namespace Tsunagu.Households.Searching;

/// <summary>Hits in order.</summary>
/// <param name="Hits">One more than asked for when there is a next page.</param>
/// <param name="Cut">True when more were found than are compared.</param>
sealed record SearchPage(IReadOnlyList<SearchHit> Hits, bool Cut);
