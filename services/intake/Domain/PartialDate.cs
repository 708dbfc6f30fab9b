using System.Globalization;

namespace Tsunagu.Intake.Domain;

/// <summary>A date of which the day, or the month too, may be unknown (不詳): <c>yyyy-MM-dd</c>, <c>yyyy-MM</c> or <c>yyyy</c>.</summary>
public sealed record PartialDate
{
    static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    PartialDate(string text, DateOnly earliest) => (Text, Earliest) = (text, earliest);

    /// <summary>The date as it was stated.</summary>
    public string Text { get; }

    /// <summary>First day that the stated date covers.</summary>
    public DateOnly Earliest { get; }

    /// <summary>Reads one of the three forms.</summary>
    /// <param name="text">What was stated.</param>
    /// <returns>The date, or null when the text has none of the three forms or names no day of the calendar.</returns>
    public static PartialDate? Parse(string text) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var earliest)
            ? new(text, earliest)
            : null;
}
