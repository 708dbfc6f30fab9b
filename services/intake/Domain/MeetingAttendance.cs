using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>An agency attends a meeting, as the meeting service told: for grants that name the meeting.</summary>
/// <param name="Meeting">UUID in the meeting service.</param>
/// <param name="Agency">The convener or an invited agency.</param>
public sealed record MeetingAttendance(Guid Meeting, AgencyId Agency);
