using System.Globalization;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Which days of a feed are to be looked at: the key of a schedule.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="Days">Data dates; none: the latest.</param>
sealed record LifeEventOrder(string FeedId, IReadOnlyList<DateOnly> Days)
{
    const char Separator = '/';
    const string Format = "yyyy-MM-dd";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static LifeEventOrder Parse(string key)
    {
        var parts = key.Split(Separator);
        return new LifeEventOrder(parts[0], [.. parts.Skip(1).Select(day => DateOnly.ParseExact(day, Format, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Such as <c>residents/2026-04-02</c>.</summary>
    public override string ToString() => string.Join(Separator, Days.Select(day => day.ToString(Format, CultureInfo.InvariantCulture)).Prepend(FeedId));
}
