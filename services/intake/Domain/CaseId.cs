namespace Tsunagu.Intake.Domain;

/// <summary>Identifies a case (事例).</summary>
/// <param name="Value">UUIDv7.</param>
public readonly record struct CaseId(Guid Value);
