namespace Tsunagu.Households.Data;

/// <summary>
/// A protective measure as the file of the latest data date has it; written by set-based merge alone. What it was before is a
/// <see cref="MeasureVersion"/>.
/// </summary>
sealed class Measure : MeasureContent
{
    public Guid Id { get; init; }

    public required string FeedId { get; init; }

    /// <summary>What identifies the measure in the next file of the feed.</summary>
    public required string RecordKey { get; init; }

    /// <summary>1, 2 ... among rows of the same key in one file.</summary>
    public int Occurrence { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import whose file no longer held the measure.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
