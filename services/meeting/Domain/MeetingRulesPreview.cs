namespace Tsunagu.Meetings.Domain;

/// <summary>What another version would open and close while it is in force. Numbers alone: no meeting, no agency.</summary>
/// <param name="Refused">Called meetings that could not be called under it, by kind and reason; they stay called.</param>
/// <param name="Opened">Kinds of meeting that somebody may call under it, and nobody under the rules as they are approved.</param>
/// <param name="Closed">Kinds of meeting that nobody may call under it, and somebody under the rules as they are approved.</param>
public sealed record MeetingRulesPreview(
    IReadOnlyList<RefusedMeetings> Refused, IReadOnlyList<MeetingKind> Opened, IReadOnlyList<MeetingKind> Closed)
{
    /// <summary>Pure comparison.</summary>
    /// <param name="approved">The version that it would follow; null when there is none.</param>
    /// <param name="other">The other version.</param>
    /// <param name="called">Meetings that are called for the days on which it would be in force.</param>
    public static MeetingRulesPreview Of(MeetingRules? approved, MeetingRules other, IEnumerable<CalledMeetings> called)
    {
        var changed = Enum.GetValues<MeetingKind>().Where(kind => other.Opens(kind) != (approved?.Opens(kind) is true)).ToLookup(other.Opens);
        return new(
            [.. called
                .Select(one => (one.Kind, other.Objection(one.Kind, one.Convener, one.Consented)?.Code, one.Count))
                .Where(one => one.Code is not null)
                .GroupBy(one => (one.Kind, Code: one.Code!))
                .OrderBy(same => same.Key.Kind).ThenBy(same => same.Key.Code, StringComparer.Ordinal)
                .Select(same => new RefusedMeetings(same.Key.Kind, same.Key.Code, same.Sum(one => one.Count)))],
            [.. changed[true]],
            [.. changed[false]]);
    }
}
