namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>What all versions of one table of rules say together; they come in any order and state.</summary>
public static class RulesVersions
{
    /// <summary>The version in force on a day: the approved one that began last; of two that began on one day the higher number.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="day">A day of Japan.</param>
    /// <returns>Null when none had begun.</returns>
    public static T? InForce<T>(this IEnumerable<T> versions, DateOnly day)
        where T : RulesVersion => versions
        .Where(version => version.State is RulesState.Approved && version.StartsOn <= day)
        .MaxBy(version => (version.StartsOn, version.Number));

    /// <summary>The day on which another version takes the place of one that begins on a day, as far as it is approved.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="startsOn">First day (Japan) of the one.</param>
    /// <returns>Null when none is approved that begins later.</returns>
    public static DateOnly? EndOf(this IEnumerable<RulesVersion> versions, DateOnly startsOn) => versions
        .Where(version => version.State is RulesState.Approved && version.StartsOn > startsOn)
        .Min(version => (DateOnly?)version.StartsOn);

    /// <summary>Number of the newest approved version; 0 when there is none.</summary>
    /// <param name="versions">Versions of one table.</param>
    public static int Newest(this IEnumerable<RulesVersion> versions) =>
        versions.Where(version => version.State is RulesState.Approved).Max(version => (int?)version.Number) ?? 0;

    /// <summary>A version by its number.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="number">Its number.</param>
    /// <param name="errors">Refusals of the table.</param>
    /// <exception cref="Refusal"><c>…_NOT_FOUND</c>.</exception>
    public static T One<T>(this IEnumerable<T> versions, int number, RulesErrors errors)
        where T : RulesVersion => versions.SingleOrDefault(version => version.Number == number) ?? throw errors.NotFound();

    /// <summary>What is said of the version that is proposed next.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="basedOn">The approved version that it changes.</param>
    /// <param name="startsOn">First day (Japan).</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now.</param>
    public static RulesProposal Next(
        this IReadOnlyCollection<RulesVersion> versions, int basedOn, DateOnly startsOn, string reason, StaffId by, DateTimeOffset now) =>
        new(versions.Max(version => (int?)version.Number) + 1 ?? 1, basedOn, versions.Newest(), startsOn, reason, by, now);

    /// <summary>Approves a version.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="number">Its number.</param>
    /// <param name="by">Who approves it.</param>
    /// <param name="errors">Refusals of the table.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal"><c>…_NOT_FOUND</c>, and those of <see cref="RulesVersion.Approve"/>.</exception>
    public static T Approve<T>(this IReadOnlyCollection<T> versions, int number, StaffId by, RulesErrors errors, DateTimeOffset now)
        where T : RulesVersion
    {
        var version = versions.One(number, errors);
        version.Approve(by, versions.Newest(), now);
        return version;
    }

    /// <summary>Rejects a version.</summary>
    /// <param name="versions">Versions of one table.</param>
    /// <param name="number">Its number.</param>
    /// <param name="by">Who rejects it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="errors">Refusals of the table.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal"><c>…_NOT_FOUND</c>, and those of <see cref="RulesVersion.Reject"/>.</exception>
    public static T Reject<T>(this IReadOnlyCollection<T> versions, int number, StaffId by, string reason, RulesErrors errors, DateTimeOffset now)
        where T : RulesVersion
    {
        var version = versions.One(number, errors);
        version.Reject(by, reason, now);
        return version;
    }

    /// <summary>A table that is whole: exactly one rule for each key.</summary>
    /// <param name="rules">Rules in any order.</param>
    /// <param name="keyOf">What a rule is about.</param>
    /// <param name="keys">Everything that needs a rule, each once.</param>
    /// <returns>The rules in the order of their keys; null when one is missing or there twice.</returns>
    public static List<TRule>? Whole<TRule, TKey>(this IEnumerable<TRule> rules, Func<TRule, TKey> keyOf, IEnumerable<TKey> keys)
    {
        List<TRule> ordered = [.. rules.OrderBy(keyOf)];
        return ordered.Select(keyOf).SequenceEqual(keys.Order()) ? ordered : null;
    }
}
