namespace Tsunagu.Intake.Domain;

/// <summary>Identifies a consultation (受付票).</summary>
/// <param name="Value">UUIDv7.</param>
public readonly record struct ConsultationId(Guid Value);
