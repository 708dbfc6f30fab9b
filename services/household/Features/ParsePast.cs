using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

/// <content>The two times of a read.</content>
sealed partial class HouseholdRpc
{
    /// <summary>The day of Japan.</summary>
    DateOnly Today => JapanCalendar.DayOf(clock.GetUtcNow());

    /// <summary>Null when neither is given: the read is about what is current and known now.</summary>
    Perspective? ParsePast(string asOf, Timestamp? knownAt)
    {
        var (day, known) = (FieldParser.Date(asOf, "as_of"), FieldParser.TimeOrNull(knownAt, "known_at"));
        return day is null && known is null ? null : At(day, known);
    }

    Perspective At(DateOnly? day, DateTimeOffset? known) => Perspective.Of(day, known, Today);
}
