namespace Tsunagu.Households.Data;

/// <summary>
/// What the register told about a person for a stretch of data dates, as it was known for a stretch of time: every state but the one that
/// is current and known now, which is the <see cref="Resident"/> itself.
/// </summary>
sealed class ResidentVersion : ResidentContent
{
    public long Id { get; init; }

    public Guid ResidentId { get; init; }

    /// <summary>First data date on which it no longer holds; the greatest date while nothing newer was known.</summary>
    public DateOnly ValidTo { get; init; }

    /// <summary>When something else became known; the greatest instant while it stands.</summary>
    public DateTimeOffset KnownTo { get; init; }
}
