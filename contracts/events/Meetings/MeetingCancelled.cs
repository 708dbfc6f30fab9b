namespace Tsunagu.Contracts.Events.Meetings;

/// <summary>A meeting was cancelled; the aggregate is the meeting.</summary>
public sealed record MeetingCancelled : IIntegrationEvent
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

    /// <summary>Agencies that had been invited.</summary>
    [Code]
    public required IReadOnlyList<string> InvitedAgencyIds { get; init; }
}
