namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>What a consumer did with an event; nothing but the inbox keeps it from happening twice.</summary>
public sealed class Effect
{
    public long Id { get; init; }

    public required Guid EventId { get; init; }

    public required Guid AggregateId { get; init; }

    public required long Sequence { get; init; }
}
