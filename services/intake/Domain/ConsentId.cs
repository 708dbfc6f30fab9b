namespace Tsunagu.Intake.Domain;

/// <summary>Identifies a consent (同意).</summary>
/// <param name="Value">UUIDv7.</param>
public readonly record struct ConsentId(Guid Value);
