namespace Tsunagu.Meetings.Domain;

/// <summary>Identifies a decision of a meeting.</summary>
/// <param name="Value">UUIDv7.</param>
public readonly record struct DecisionId(Guid Value);
