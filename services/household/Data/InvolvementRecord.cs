namespace Tsunagu.Households.Data;

/// <summary>
/// A record of a department's system, as the file of the latest data date has it; written by set-based merge alone. What it was before is
/// an <see cref="InvolvementVersion"/>.
/// </summary>
sealed class InvolvementRecord : InvolvementContent
{
    public Guid Id { get; init; }

    public required string FeedId { get; init; }

    /// <summary>What identifies the record in the next file of the feed.</summary>
    public required string RecordKey { get; init; }

    /// <summary>1, 2 ... among records of the same key in one file.</summary>
    public int Occurrence { get; init; }

    /// <summary>True while a person of the record is not in the register: set aside until the register brings the person.</summary>
    public bool Held { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import whose file no longer held the record; the row is then no more than the record's identity.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
