namespace Tsunagu.Households.Data;

/// <summary>A record of a department's system; written by set-based merge alone.</summary>
sealed class InvolvementRecord
{
    public Guid Id { get; init; }

    public required string FeedId { get; init; }

    /// <summary>What identifies the record in the next file of the feed.</summary>
    public required string RecordKey { get; init; }

    /// <summary>1, 2 ... among records of the same key in one file.</summary>
    public int Occurrence { get; init; }

    public required string Status { get; init; }

    /// <summary>Status from the end date on, where the source has none of its own.</summary>
    public string? EndedStatus { get; init; }

    public required string Detail { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public int Line { get; init; }

    /// <summary>True while a person of the record is not in the register: set aside until the register brings the person.</summary>
    public bool Held { get; init; }

    public Guid Hash { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import that wrote the record as it is; file and line are those of that import.</summary>
    public Guid ImportId { get; init; }

    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>Import whose file no longer held the record.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
