using System.Diagnostics;
using System.Text.Json;
using Tsunagu.Contracts.Events;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>An event that waits to be published, or was; a row of <c>outbox_messages</c>.</summary>
sealed class OutboxMessage
{
    public required Guid EventId { get; init; }

    /// <summary>Order of insertion, given by the database.</summary>
    public long Position { get; init; }

    public required Guid AggregateId { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Full type name and assembly, without version.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    public required string? TraceParent { get; init; }

    public required string? TraceState { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public static OutboxMessage Of(IIntegrationEvent e) => new()
    {
        EventId = e.EventId,
        AggregateId = e.AggregateId,
        Sequence = e.Sequence,
        Type = $"{e.GetType().FullName}, {e.GetType().Assembly.GetName().Name}",
        Body = JsonSerializer.Serialize(e, e.GetType()),
        TraceParent = Activity.Current?.Id,
        TraceState = Activity.Current?.TraceStateString,
        OccurredAt = e.OccurredAt,
    };
}
