namespace Tsunagu.Contracts.Events.Meetings;

/// <summary>Further agencies were invited; the aggregate is the meeting.</summary>
public sealed record AgenciesInvited : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Case the meeting is about.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Agency that called the meeting.</summary>
    [Code]
    public required string ConvenerAgencyId { get; init; }

    /// <summary>Agencies that were not invited before.</summary>
    [Code]
    public required IReadOnlyList<string> InvitedAgencyIds { get; init; }
}
