namespace Tsunagu.Households.Data;

/// <summary>What a list told of a measure for a stretch of data dates, as it was known for a stretch of time.</summary>
sealed class MeasureVersion : MeasureContent
{
    public long Id { get; init; }

    public Guid MeasureId { get; init; }

    /// <summary>First data date on which it no longer holds; the greatest date while nothing newer was known.</summary>
    public DateOnly ValidTo { get; init; }

    /// <summary>When something else became known; the greatest instant while it stands.</summary>
    public DateTimeOffset KnownTo { get; init; }
}
