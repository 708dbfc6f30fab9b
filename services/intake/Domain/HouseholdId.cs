namespace Tsunagu.Intake.Domain;

/// <summary>Identifies a register household; the household service owns the record.</summary>
/// <param name="Value">UUID in the household service.</param>
public readonly record struct HouseholdId(Guid Value);
