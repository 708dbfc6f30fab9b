namespace Tsunagu.Contracts.Events.Directory;

/// <summary>
/// What one legal basis carries under an approved version of the sharing rules: approved, or published once more; the aggregate is the directory as a whole.
/// </summary>
public sealed record SharingRuleChanged : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Number of the version. Of two that began on one day the higher is in force.</summary>
    public required int Number { get; init; }

    /// <summary>First day (Japan) on which it is in force.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Code of the legal basis, such as <c>privacy_act_69_2_3</c>.</summary>
    [Code]
    public required string Basis { get; init; }

    /// <summary>Kinds of agency to whom it carries, such as <c>city_department</c>.</summary>
    [Code]
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>True: it carries to the attendants of a meeting.</summary>
    public required bool Meetings { get; init; }

    /// <summary>True: a second person of the owning agency approves.</summary>
    public required bool ApproverRequired { get; init; }

    /// <summary>How long it carries at most, in hours; null: until the fiscal year ends.</summary>
    public required int? LongestHours { get; init; }

    /// <summary>Roles that may open a record on it, such as <c>caseworker</c>.</summary>
    [Code]
    public required IReadOnlyList<string> Givers { get; init; }
}
