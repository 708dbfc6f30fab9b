namespace Tsunagu.Intake.Domain;

/// <summary>The resident that a consultation is about, as the household service confirmed it.</summary>
/// <param name="Resident">The resident.</param>
/// <param name="Household">Register household of the resident; null when the register names none.</param>
public sealed record RegisterSubject(ResidentId Resident, HouseholdId? Household);
