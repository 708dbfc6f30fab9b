namespace Tsunagu.Households.LifeEvents;

/// <summary>A current member of a household on one side of a step.</summary>
readonly record struct HouseholdSeat(Guid HouseholdId, Guid ResidentId, bool Head);
