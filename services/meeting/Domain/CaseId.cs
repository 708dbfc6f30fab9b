namespace Tsunagu.Meetings.Domain;

/// <summary>Identifies the case a meeting is about; the intake service owns the record.</summary>
/// <param name="Value">UUID in the intake service.</param>
public readonly record struct CaseId(Guid Value);
