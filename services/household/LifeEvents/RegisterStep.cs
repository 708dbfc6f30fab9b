namespace Tsunagu.Households.LifeEvents;

/// <summary>What two registers tell differently, and who was and is in the households that it is about.</summary>
/// <param name="Step">From which day to which.</param>
/// <param name="Differences">At most one of a person.</param>
/// <param name="Before">Every current member of those households in the register before.</param>
/// <param name="After">The same in the later one.</param>
sealed record RegisterStep(
    LifeStep Step, IReadOnlyList<RegisterDifference> Differences, IReadOnlyList<HouseholdSeat> Before, IReadOnlyList<HouseholdSeat> After);
