namespace Tsunagu.Contracts.Events.Directory;

/// <summary>An agreement as it is now: signed, renewed, ended, or published once more; the aggregate is the directory as a whole.</summary>
public sealed record AgreementChanged : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>The agreement.</summary>
    public required Guid AgreementId { get; init; }

    /// <summary>Agency it is with.</summary>
    [Code]
    public required string AgencyId { get; init; }

    /// <summary>Areas of the suite that it covers, such as <c>referral</c>.</summary>
    [Code]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>First day, a day of Japan.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, a day of Japan.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>When it was ended before its time; null unless it was.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
}
