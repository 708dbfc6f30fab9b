using Tsunagu.Households.Linking;

namespace Tsunagu.Households.Rows;

/// <summary>A record of a department's system, ready to be staged.</summary>
sealed record InvolvementRow
{
    public required int Line { get; init; }

    public required string RecordKey { get; init; }

    /// <summary>宛名番号; null in feeds without a key.</summary>
    public required string? Key { get; init; }

    public required string? SecondKey { get; init; }

    public required string Status { get; init; }

    /// <summary>Status from the end date on, where the source has none of its own.</summary>
    public required string? EndedStatus { get; init; }

    public required string Detail { get; init; }

    public required DateOnly? Start { get; init; }

    public required DateOnly? End { get; init; }

    /// <summary>Whom a record without a key describes; null in other feeds.</summary>
    public required PersonDescription? Person { get; init; }

    /// <summary>Tells whether any cell that may be kept differs from the file before.</summary>
    public required Guid Hash { get; init; }
}
