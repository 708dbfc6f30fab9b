namespace Tsunagu.Meetings.Domain;

/// <summary>Meetings that are called and alike to the rules.</summary>
/// <param name="Kind">Kind of meeting.</param>
/// <param name="Convener">Who called them.</param>
/// <param name="Consented">True: called by a consent.</param>
/// <param name="Count">How many there are.</param>
public sealed record CalledMeetings(MeetingKind Kind, Convener Convener, bool Consented, int Count);
