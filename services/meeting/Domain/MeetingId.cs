namespace Tsunagu.Meetings.Domain;

/// <summary>Identifies a meeting.</summary>
/// <param name="Value">UUIDv7.</param>
public readonly record struct MeetingId(Guid Value);
