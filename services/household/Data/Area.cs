namespace Tsunagu.Households.Data;

/// <summary>
/// A town and the areas it lies in, as the file of the latest data date has it; written by set-based merge alone. What it was before is an
/// <see cref="AreaVersion"/>.
/// </summary>
sealed class Area : AreaContent
{
    public Guid Id { get; init; }

    public required string FeedId { get; init; }

    /// <summary>The town's code.</summary>
    public required string RecordKey { get; init; }

    /// <summary>1: a town has one row.</summary>
    public int Occurrence { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import whose file no longer held the town.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
