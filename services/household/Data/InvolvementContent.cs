using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Data;

/// <summary>What a record of a department's system tells, and since when.</summary>
abstract class InvolvementContent
{
    public required string Status { get; init; }

    /// <summary>Status from the end date on, where the source has none of its own.</summary>
    public string? EndedStatus { get; init; }

    public required string Detail { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    /// <summary>1-based physical line of the record in the file of <see cref="ImportId"/>.</summary>
    public int Line { get; init; }

    public Guid Hash { get; init; }

    /// <summary>Import that wrote the record as it is; file and line are those of that import.</summary>
    public Guid ImportId { get; init; }

    /// <summary>First data date (基準日) on which the record holds so.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Since when it is known to hold so.</summary>
    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>Status on a day.</summary>
    public string StatusOn(DateOnly day) => Openness.StatusOn(Status, EndedStatus, EndDate, day);

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="layout">Definition of its feed, which names the statuses that close a record; null when the feed left the catalogue.</param>
    /// <param name="day">The day that is asked about.</param>
    public bool IsOpenOn(FeedLayout? layout, DateOnly day) => Openness.IsOpen(StartDate, EndDate, StatusOn(day), layout?.ClosedStatuses ?? [], day);
}
