namespace Tsunagu.Contracts.Events;

/// <summary>
/// Something that happened in one service and that others may rely on: ids and codes only, never a name, an address or
/// free text. Every value is explicit; a default would change on receipt.
/// </summary>
public interface IIntegrationEvent
{
    /// <summary>UUIDv7, the same on every delivery; receivers drop repeats by it.</summary>
    Guid EventId { get; }

    /// <summary>When it happened (UTC).</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The record it happened to; events of one aggregate arrive in order.</summary>
    Guid AggregateId { get; }

    /// <summary>1, 2, 3 ... within the aggregate.</summary>
    long Sequence { get; }
}
