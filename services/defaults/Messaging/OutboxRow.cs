using Npgsql;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>An event that waits, as the dispatcher reads it.</summary>
sealed record OutboxRow(
    Guid EventId,
    Guid AggregateId,
    long Sequence,
    string Type,
    string Body,
    string? TraceParent,
    string? TraceState,
    DateTimeOffset OccurredAt)
{
    public static OutboxRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetGuid(1),
        reader.GetInt64(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.GetFieldValue<DateTimeOffset>(7));
}
