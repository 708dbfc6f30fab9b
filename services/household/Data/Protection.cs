namespace Tsunagu.Households.Data;

/// <summary>
/// A stretch of time for which a list of measures names, or once named, somebody as protected: one row for each, so that reads look people up by number.
/// Made anew by each merge of the list from all that it ever told.
/// </summary>
sealed class Protection
{
    public long Id { get; init; }

    public required string FeedId { get; init; }

    /// <summary>宛名番号; not of the register alone, so that a measure may come before the person.</summary>
    public required string ResidentNumber { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>True while the newest file says so.</summary>
    public bool Listed { get; init; }
}
