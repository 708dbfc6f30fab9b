namespace Tsunagu.Households.Searching;

/// <summary>Somebody who fits, and where in the order: by score, then by id.</summary>
readonly record struct SearchHit(Guid Id, int Score) : IComparable<SearchHit>
{
    public int CompareTo(SearchHit other) => Score != other.Score ? other.Score.CompareTo(Score) : Id.CompareTo(other.Id);
}
