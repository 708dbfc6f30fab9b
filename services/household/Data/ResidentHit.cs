namespace Tsunagu.Households.Data;

/// <summary>What the search function gives.</summary>
sealed class ResidentHit
{
    public Guid Id { get; init; }
}
