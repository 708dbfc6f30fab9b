using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>The dated rule table: the law changes, so it is configuration and never code.</summary>
public sealed class MeetingRules
{
    readonly ILookup<MeetingKind, MeetingRule> _newestFirst;

    MeetingRules(IEnumerable<MeetingRule> rules) =>
        _newestFirst = rules.OrderByDescending(rule => rule.From).ToLookup(rule => rule.Kind);

    /// <summary>Takes a table, unless it is unsound.</summary>
    /// <param name="rules">Rules in any order.</param>
    /// <param name="faults">What is wrong with it, one sentence each; empty when it is sound.</param>
    /// <returns>The table, or null when there are faults.</returns>
    public static MeetingRules? Create(IReadOnlyCollection<MeetingRule> rules, out IReadOnlyList<string> faults)
    {
        var absent = Enum.GetValues<MeetingKind>().Except(rules.Select(rule => rule.Kind))
            .Select(kind => $"no rule for {kind}");
        var doubled = rules.GroupBy(rule => (rule.Kind, rule.From)).Where(same => same.Count() > 1)
            .Select(same => $"more than one rule for {same.Key.Kind} from {same.Key.From:yyyy-MM-dd}");
        faults = [.. absent, .. doubled];
        return faults.Count == 0 ? new(rules) : null;
    }

    /// <summary>The rule of a kind that is in force on a day.</summary>
    /// <param name="kind">Kind of meeting.</param>
    /// <param name="day">Day of the meeting in Japan.</param>
    /// <returns>The newest rule that began on or before the day.</returns>
    /// <exception cref="Refusal">MEETING_KIND_NOT_IN_FORCE when none had begun.</exception>
    public MeetingRule InForce(MeetingKind kind, DateOnly day) =>
        _newestFirst[kind].FirstOrDefault(rule => rule.From <= day) ?? throw MeetingErrors.KindNotInForce();
}
