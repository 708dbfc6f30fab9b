using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Wire;

/// <content>Timestamps.</content>
public static partial class FieldParser
{
    /// <summary>An instant at stored precision; absent is refused.</summary>
    public static DateTimeOffset Time(Timestamp? value, string field) =>
        TimeOrNull(value, field) ?? throw WireErrors.Field(field, "必須項目です。");

    /// <summary>An instant at stored precision, or null when absent.</summary>
    public static DateTimeOffset? TimeOrNull(Timestamp? value, string field)
    {
        try
        {
            return value?.ToDateTimeOffset().Stored();
        }
        catch (InvalidOperationException)
        {
            // The only failure of the conversion: seconds or nanoseconds outside their range.
            throw WireErrors.Field(field, "日時の範囲を超えています。");
        }
    }
}
