namespace Tsunagu.Households.LifeEvents;

/// <summary>A life event as a difference shows it.</summary>
sealed record FoundEvent
{
    public required Guid ResidentId { get; init; }

    public required LifeEventKind Kind { get; init; }

    /// <summary>Household in which the person is then, or was last.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>Household that the person left; null where it is the same.</summary>
    public Guid? FromHouseholdId { get; init; }

    /// <summary>When it happened, as the source tells, or else the day of the file.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Full years reached; of <see cref="LifeEventKind.AgeReached"/> alone.</summary>
    public int? Age { get; init; }

    /// <summary>Role of the person in the scheme; empty for events of the register.</summary>
    public string Role { get; init; } = "";
}
