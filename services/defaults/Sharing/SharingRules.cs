using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>The dated table of what each legal basis carries: the law changes, so it is data and never code.</summary>
public sealed class SharingRules
{
    readonly ILookup<GrantBasis, SharingRule> newestFirst;

    /// <param name="rules">Rules in any order.</param>
    public SharingRules(IEnumerable<SharingRule> rules) =>
        newestFirst = rules.OrderByDescending(rule => (rule.From, rule.Number)).ToLookup(rule => rule.Basis);

    /// <summary>What is known before any rule is: nothing carries.</summary>
    public static SharingRules None { get; } = new([]);

    /// <summary>False while nothing was heard of any rule.</summary>
    public bool IsKnown => newestFirst.Count > 0;

    /// <summary>The rule of a basis that is in force at an instant: the newest that began on or before its day.</summary>
    /// <param name="basis">法的根拠.</param>
    /// <param name="now">Instant asked about.</param>
    /// <returns>Null when none had begun: the basis carries nothing then.</returns>
    public SharingRule? InForce(GrantBasis basis, DateTimeOffset now)
    {
        var day = JapanCalendar.DayOf(now);
        return newestFirst[basis].FirstOrDefault(rule => rule.From <= day);
    }
}
