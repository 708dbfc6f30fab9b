using Tsunagu.Households.Domain;

namespace Tsunagu.Households.LifeEvents;

/// <summary>What the register told of a person on one side of a step, as far as life events are read from it.</summary>
sealed record RegisterRow
{
    public required Guid HouseholdId { get; init; }

    public required ResidentStatus Status { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>続柄 codes in the order in which they compose.</summary>
    public required IReadOnlyList<string> Relationship { get; init; }

    /// <summary>異動年月日 of the latest event; null when the register tells none.</summary>
    public required DateOnly? ChangedOn { get; init; }

    /// <summary>True for 現住民.</summary>
    public bool Current => Status == ResidentStatus.Current;
}
