namespace Tsunagu.Households.Data;

/// <summary>Since when a row of a list holds as it is, and which file told it.</summary>
abstract class ListedContent
{
    /// <summary>1-based physical line of the row in the file of <see cref="ImportId"/>.</summary>
    public int Line { get; init; }

    public Guid Hash { get; init; }

    /// <summary>Import that wrote the row as it is.</summary>
    public Guid ImportId { get; init; }

    /// <summary>First data date (基準日) on which the row holds.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Since when the row is known to hold so.</summary>
    public DateTimeOffset KnownFrom { get; init; }
}
