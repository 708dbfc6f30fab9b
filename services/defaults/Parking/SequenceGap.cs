namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Numbers of a record that an endpoint went past; a row of <c>sequence_gaps</c>.</summary>
sealed class SequenceGap
{
    public required long Position { get; init; }

    public required string Endpoint { get; init; }

    public required Guid AggregateId { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    /// <summary>How many of them came late.</summary>
    public required long Arrived { get; init; }

    public required DateTimeOffset NoticedAt { get; init; }

    /// <summary>When the last of them came.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }
}
