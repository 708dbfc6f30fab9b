namespace Tsunagu.Households.Data;

/// <summary>What the search function gives: an id and how well it fits, 0 to 1000.</summary>
sealed class ResidentHit
{
    public Guid Id { get; init; }

    public int Score { get; init; }
}
