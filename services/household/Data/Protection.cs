namespace Tsunagu.Households.Data;

/// <summary>
/// A stretch of time for which a list of measures names, or once named, somebody as protected: one row for each, so that reads look people up by number.
/// Those of a list are made anew by each of its merges from all that it ever told; what staff registered stays.
/// </summary>
sealed class Protection
{
    public long Id { get; init; }

    /// <summary>The list; empty when it was registered by hand.</summary>
    public required string FeedId { get; init; }

    /// <summary>宛名番号; not of the register alone, so that a measure may come before the person.</summary>
    public required string ResidentNumber { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>True while the newest file says so; always true of what was registered by hand.</summary>
    public bool Listed { get; init; }

    /// <summary>
    /// Stands for all imports that ever told it otherwise than the file before, or is the <see cref="Protections.RegisteredProtection"/>: told anew, it is another
    /// stretch.
    /// </summary>
    public Guid ToldBy { get; init; }
}
