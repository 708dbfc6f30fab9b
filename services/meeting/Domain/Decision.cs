using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>決定事項: what is to be done, and which agency does it.</summary>
/// <param name="Id">Identifies the decision.</param>
/// <param name="Text">What was decided.</param>
/// <param name="ResponsibleAgency">Agency that does it: the convener or an invited one.</param>
/// <param name="DueDate">Day by which it is done; null when none was set.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record Decision(
    DecisionId Id, string Text, AgencyId ResponsibleAgency, DateOnly? DueDate, DateTimeOffset RecordedAt, StaffId RecordedBy);
