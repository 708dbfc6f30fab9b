namespace Tsunagu.Meetings.Domain;

/// <summary>What one kind of meeting needs from one day on, until the next rule of that kind.</summary>
/// <param name="Kind">Kind of meeting it is about.</param>
/// <param name="From">First day (Japan) on which it is in force.</param>
/// <param name="ConsentRequired">True: the person's consent must be dated before such a meeting is called.</param>
public sealed record MeetingRule(MeetingKind Kind, DateOnly From, bool ConsentRequired);
