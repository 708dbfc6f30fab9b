namespace Tsunagu.Meetings.Domain;

/// <summary>Called meetings of one kind that other rules would refuse for one reason.</summary>
/// <param name="Kind">Kind of meeting.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Count">How many there are.</param>
public sealed record RefusedMeetings(MeetingKind Kind, string Code, int Count);
