using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Protections;

/// <summary>Somebody with the measures of their own that nobody has lifted.</summary>
/// <param name="ResidentId">The resident; empty where people are told by number alone.</param>
/// <param name="Spans">At least one.</param>
sealed record HiddenPerson(Guid ResidentId, IReadOnlyList<HidingSpan> Spans)
{
    /// <summary>IN_FORCE or EXPIRED; NONE while every measure is yet to begin.</summary>
    /// <param name="today">Day of Japan.</param>
    public ProtectionState StateOn(DateOnly today) => ProtectionRule.Of([.. Spans.Select(s => s.Span)], [], received: true, today);

    /// <summary>Last day of what is in force; null when one of it has no end, or none is in force.</summary>
    /// <param name="today">Day of Japan.</param>
    public DateOnly? EndsOn(DateOnly today)
    {
        var ends = Spans.Where(s => s.Span.IsInForce(today)).Select(s => s.Span.End).ToList();
        return ends.Count == 0 || ends.Contains(null) ? null : ends.Max();
    }

    /// <summary>True in the last month of what is in force, in which a measure is renewed.</summary>
    /// <param name="today">Day of Japan.</param>
    public bool IsEndingOn(DateOnly today) => EndsOn(today) is { } end && today > end.AddMonths(-1);

    /// <summary>True while somebody has to decide: it is expired, or ends within a month.</summary>
    /// <param name="today">Day of Japan.</param>
    public bool IsDueOn(DateOnly today) => StateOn(today) == ProtectionState.Expired || IsEndingOn(today);

    /// <summary>What a release may lift today: what a list names is lifted by nobody, however many sign.</summary>
    /// <param name="today">Day of Japan.</param>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">PROTECTION_IN_FORCE; PROTECTION_NONE when nothing has begun.</exception>
    public IReadOnlyList<HidingSpan> RequireReleasable(DateOnly today)
    {
        if (Spans.Any(s => !s.ByHand && s.Span.IsInForce(today)))
            throw ProtectionErrors.InForce();
        IReadOnlyList<HidingSpan> begun = [.. Spans.Where(s => s.Span.HasBegun(today))];
        return begun.Count > 0 ? begun : throw ProtectionErrors.None();
    }

    /// <summary>Changes with whatever is told newly of the person.</summary>
    public string Etag => ProtectionMark.Of(Spans);

    /// <summary>Puts spans together by person.</summary>
    /// <param name="spans">In any order.</param>
    /// <param name="person">What tells one person from another.</param>
    public static IReadOnlyList<HiddenPerson> Of<TKey>(IEnumerable<HidingSpan> spans, Func<HidingSpan, TKey> person)
        where TKey : notnull =>
        [.. spans.GroupBy(person).Select(g => new HiddenPerson(g.First().ResidentId, [.. g.OrderBy(s => s.Span.Start).ThenBy(s => s.Span.End)]))];
}
