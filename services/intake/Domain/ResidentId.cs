namespace Tsunagu.Intake.Domain;

/// <summary>Identifies a resident; the household service owns the record.</summary>
/// <param name="Value">UUID in the household service.</param>
public readonly record struct ResidentId(Guid Value);
