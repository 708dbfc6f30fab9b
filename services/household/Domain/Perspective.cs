using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>From where a read looks at the data: what was true on a day, and what was known of it at an instant.</summary>
/// <param name="Day">Day of Japan that the facts are asked for.</param>
/// <param name="KnownAt">Later knowledge is left out; null: nothing is.</param>
/// <param name="Today">Day of Japan at <paramref name="KnownAt"/>, or now.</param>
readonly record struct Perspective(DateOnly Day, DateTimeOffset? KnownAt, DateOnly Today)
{
    // Before the greatest instant, which the database keeps for what is known still.
    static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An instant for comparisons: what is known from it on or later is left out.</summary>
    public DateTimeOffset Known => KnownAt < EndOfTime ? KnownAt.Value : EndOfTime;

    /// <summary>The day on which a source is judged: nobody expects its files for days to come.</summary>
    public DateOnly JudgedOn => Day < Today ? Day : Today;

    /// <summary>As a read asks for it.</summary>
    /// <param name="day">The day that is asked for; today when null.</param>
    /// <param name="known">Later knowledge is left out; null: nothing is.</param>
    /// <param name="today">Day of Japan.</param>
    public static Perspective Of(DateOnly? day, DateTimeOffset? known, DateOnly today) =>
        new(day ?? today, known, known is { } instant && JapanCalendar.DayOf(instant) is var then && then < today ? then : today);
}
